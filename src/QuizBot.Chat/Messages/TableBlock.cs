namespace QuizBot.Chat.Messages;

/// <summary>A small table, such as a board; each adapter aligns it.</summary>
/// <param name="Columns">The heads.</param>
/// <param name="Rows">At most 25.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : ChatBlock;
