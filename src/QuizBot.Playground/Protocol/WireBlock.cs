using System.Text.Json.Serialization;
using QuizBot.Chat.Messages;

namespace QuizBot.Playground.Protocol;

/// <summary>A <see cref="ChatBlock"/> as the page reads it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "text")]
[JsonDerivedType(typeof(SmallPrint), "note")]
[JsonDerivedType(typeof(Listing), "code")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Buttons), "buttons")]
internal abstract record WireBlock
{
    private const int LongestLabel = 75;

    public static WireBlock From(ChatBlock block) => block switch
    {
        HeadingBlock heading => new Heading(heading.Text),
        TextBlock text => new Paragraph(WireSpan.From(text.Text)),
        NoteBlock note => new SmallPrint(WireSpan.From(note.Text)),
        CodeBlock code => new Listing(code.Text, code.Language),
        ChoicesBlock choices => new Choices([.. choices.Choices.Select(c => new Choice(c.Emoji, WireSpan.From(c.Text), c.Right, c.Members, c.Share))]),
        TableBlock table => new Table(table.Columns, table.Rows),
        ButtonsBlock buttons => new Buttons([.. buttons.Buttons.Select(b => b with { Label = Cut(b.Label) })]),
        _ => throw new NotSupportedException($"The playground cannot show a {block.GetType().Name} yet."),
    };

    private static string Cut(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)].TrimEnd() + "…";

    internal sealed record Heading(string Title) : WireBlock;

    internal sealed record Paragraph(IReadOnlyList<WireSpan> Spans) : WireBlock;

    internal sealed record SmallPrint(IReadOnlyList<WireSpan> Spans) : WireBlock;

    internal sealed record Listing(string Text, string? Language) : WireBlock;

    internal sealed record Choices(IReadOnlyList<Choice> Items) : WireBlock;

    internal sealed record Choice(string Emoji, IReadOnlyList<WireSpan> Spans, bool? Right, int? Members, double? Share);

    internal sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : WireBlock;

    internal sealed record Buttons(IReadOnlyList<ChatButton> Items) : WireBlock;
}
