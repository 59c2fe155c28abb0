using System.Globalization;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;

namespace QuizBot.Testing.Platforms;

/// <summary>A message as plain text, a block a line: what a test reads aloud.</summary>
public static class PlainRendering
{
    public static string Of(ChatReply? reply) => reply switch
    {
        PrivateReply r => Of(r.Content),
        PublicReply r => Of(r.Content),
        UpdateReply r => Of(r.Content),
        FormReply form => $"{form.Title}\n{form.Intro}\n{string.Join('\n', form.Fields.Select(f => f.Label))}",
        _ => "",
    };

    public static string Of(ChatMessage message) => string.Join('\n', message.Blocks.Select(Of));

    public static string Of(ChatText text) => string.Concat(text.Spans.Select(Of));

    private static string Of(ChatBlock block) => block switch
    {
        HeadingBlock b => b.Text,
        TextBlock b => Of(b.Text),
        NoteBlock b => Of(b.Text),
        CodeBlock b => b.Text,
        ChoicesBlock b => string.Join('\n', b.Choices.Select(Of)),
        ButtonsBlock b => string.Join(' ', b.Buttons.Select(x => $"[{x.Label}]")),
        TableBlock b => string.Join('\n', b.Rows.Select(r => (r.Highlighted ? "> " : "") + string.Join(" | ", r.Cells)).Prepend(string.Join(" | ", b.Columns.Select(c => c.Title)))),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static string Of(ShownChoice choice) =>
        $"{choice.Emoji} {Of(choice.Text)}" + (choice.Right is { } right
            ? string.Create(CultureInfo.InvariantCulture, $" {(right ? "✅" : "–")} {choice.Members} {choice.Share:P0}")
            : "");

    private static string Of(TextSpan span) => span switch
    {
        PlainSpan s => s.Text,
        BoldSpan s => s.Text,
        CodeSpan s => s.Text,
        LinkSpan s => $"{s.Title} ({s.Url})",
        MemberSpan s => "@" + s.Name,
        ChannelSpan s => "#" + s.Id,
        MomentSpan s => $"<{s.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}>",
        _ => throw new NotSupportedException(span.GetType().Name),
    };
}
