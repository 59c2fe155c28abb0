namespace QuizBot.Chat.Messages;

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell a column; plain text of at most 100 characters.</param>
/// <param name="Highlighted">True for the reader's own row.</param>
public sealed record TableRow(IReadOnlyList<string> Cells, bool Highlighted = false);
