using System.Globalization;
using QuizBot.Chat.Messages;

namespace QuizBot.Discord.Rendering;

/// <summary>One block of a message as markdown of at most so many characters.</summary>
internal static class BlockRenderer
{
    private const string SmallPrint = "-# ";

    public static string Render(ChatBlock block, int most) => block switch
    {
        HeadingBlock heading => SpanRenderer.Render(ChatText.Bold(heading.Text), most),
        TextBlock text => SpanRenderer.Render(text.Text, most),
        NoteBlock note => Note(note, most),
        CodeBlock code => CodeFence.Of(code.Text, code.Language, most),
        ChoicesBlock choices => Choices(choices, most),
        TableBlock table => CodeFence.Of(TableText.Of(table), null, most),
        _ => "",
    };

    private static string Note(NoteBlock note, int most)
    {
        var text = SpanRenderer.Render(note.Text, most);
        var lines = text.Split('\n').Count(l => l.Length > 0);
        // Each line of small print says so itself.
        if (text.Length + (lines * SmallPrint.Length) > most)
            text = SpanRenderer.Render(note.Text, most - (lines * SmallPrint.Length));
        return string.Join('\n', text.Split('\n').Where(l => l.Length > 0).Select(l => SmallPrint + l));
    }

    private static string Choices(ChoicesBlock block, int most)
    {
        var lines = block.Choices.Select(c => Choice(c, most)).ToList();
        if (lines.Sum(l => l.Length + 1) - 1 > most)
            lines = [.. block.Choices.Select(c => Choice(c, (most - lines.Count + 1) / lines.Count))];
        return string.Join('\n', lines);
    }

    private static string Choice(ShownChoice choice, int most)
    {
        var tail = choice.Members is { } members ? string.Create(
            CultureInfo.InvariantCulture, $"{(choice.Right == true ? " ✅" : "")} · {members} ({Math.Round((choice.Share ?? 0) * 100)} %)") : "";
        var text = SpanRenderer.Render(OneLine(choice.Text), most - choice.Emoji.Length - tail.Length - 5);
        return $"{choice.Emoji} {(choice.Right == true && text.Length > 0 ? $"**{text}**" : text)}{tail}";
    }

    private static ChatText OneLine(ChatText text) => new([.. text.Spans.Select(s => s switch
    {
        PlainSpan p => new PlainSpan(p.Text.ReplaceLineEndings(" ")),
        // The right one is bold as a whole.
        BoldSpan b => new PlainSpan(b.Text.ReplaceLineEndings(" ")),
        _ => s,
    })]);
}
