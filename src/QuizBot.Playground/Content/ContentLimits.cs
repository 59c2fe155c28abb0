using QuizBot.Chat.Messages;

namespace QuizBot.Playground.Content;

/// <summary>The limits the contract states, so that what would fail elsewhere fails here first.</summary>
internal static class ContentLimits
{
    /// <summary>What is wrong with a message, or null.</summary>
    public static string? Broken(ChatMessage message) =>
        message.Summary is not { Length: >= 1 and <= 150 } ? "a summary has 1 to 150 characters"
        : message.Blocks.Count is 0 or > 40 ? "a message has 1 to 40 blocks"
        : message.Blocks.Select(Broken).FirstOrDefault(reason => reason is not null);

    private static string? Broken(ChatBlock block) => block switch
    {
        HeadingBlock heading when heading.Text.Length > 150 => "a heading has at most 150 characters",
        TextBlock text => Broken(text.Text),
        NoteBlock note => Broken(note.Text),
        ChoicesBlock choices when choices.Choices.Count is < 2 or > 10 => "a question has 2 to 10 choices",
        ChoicesBlock choices => choices.Choices.Select(c => Broken(c.Text)).FirstOrDefault(reason => reason is not null),
        TableBlock table when table.Rows.Count > 25 => "a table has at most 25 rows",
        TableBlock table when table.Rows.Any(r => r.Cells.Count != table.Columns.Count) => "a row has a cell a column",
        TableBlock table when table.Rows.Any(r => r.Cells.Any(c => c.Length > 100)) => "a cell has at most 100 characters",
        ButtonsBlock buttons when buttons.Buttons.Count is < 1 or > 25 => "a row has 1 to 25 buttons",
        ButtonsBlock buttons when buttons.Buttons.Any(b => b.Action is not { Length: >= 1 and <= 100 }) => "an action has 1 to 100 characters",
        _ => null,
    };

    private static string? Broken(ChatText text) =>
        text.Spans.Sum(Length) > 2900 ? "a text has at most 2,900 characters"
        : text.Spans.OfType<LinkSpan>().All(link => IsWeb(link.Url)) ? null
        : "a link has an absolute http or https address";

    private static int Length(TextSpan span) => span switch
    {
        PlainSpan plain => plain.Text.Length,
        BoldSpan bold => bold.Text.Length,
        CodeSpan code => code.Text.Length,
        LinkSpan link => link.Title.Length,
        MemberSpan member => member.Name.Length,
        _ => 0,
    };

    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
