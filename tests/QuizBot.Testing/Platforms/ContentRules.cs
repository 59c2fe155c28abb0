using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;

namespace QuizBot.Testing.Platforms;

/// <summary>The sizes that Chat documents. The fake platform refuses what breaks one, so that every test of a use case tests its texts too.</summary>
public static class ContentRules
{
    /// <summary>What is wrong with a message, or null.</summary>
    public static string? Broken(ChatMessage message) =>
        message.Summary is not { Length: >= 1 and <= 150 } ? $"a summary of {message.Summary.Length} characters"
        : message.Summary.Contains('\n') ? "a summary of more than one line"
        : message.Blocks.Count is 0 or > 40 ? $"{message.Blocks.Count} blocks"
        : message.Blocks.Select(Broken).FirstOrDefault(reason => reason is not null);

    /// <summary>What is wrong with a form, or null.</summary>
    public static string? Broken(FormReply form) =>
        form.Title is not { Length: >= 1 and <= 24 } ? "a form's title"
        : form.Action is not { Length: >= 1 and <= 100 } ? "a form's action"
        : form.Fields.Count is < 1 or > 5 ? "a form's fields"
        : form.Fields.Any(f => f.Label.Length > 45) ? "a field's label"
        : null;

    private static string? Broken(ChatBlock block) => block switch
    {
        HeadingBlock { Text.Length: < 1 or > 150 } => "a heading",
        TextBlock text => Broken(text.Text),
        NoteBlock note => Broken(note.Text),
        ChoicesBlock { Choices.Count: < 2 or > 10 } => "a number of choices",
        ChoicesBlock choices => choices.Choices.Select(c => Broken(c.Text)).FirstOrDefault(reason => reason is not null),
        TableBlock { Rows.Count: > 25 } => "a table of more than 25 rows",
        TableBlock table when table.Rows.Any(r => r.Cells.Count != table.Columns.Count) => "a row with another number of cells than columns",
        TableBlock table when table.Rows.Any(r => r.Cells.Any(c => c.Length > 100)) => "a cell",
        ButtonsBlock { Buttons.Count: < 1 or > 25 } => "a number of buttons",
        ButtonsBlock buttons when buttons.Buttons.Any(b => b.Action is not { Length: >= 1 and <= 100 }) => "a button's action",
        ButtonsBlock buttons when buttons.Buttons.Any(b => b.Label is not { Length: >= 1 }) => "a button's label",
        _ => null,
    };

    private static string? Broken(ChatText text) =>
        PlainRendering.Of(text).Length > 2_900 ? "a text of more than 2,900 characters"
        : text.Spans.OfType<LinkSpan>().All(l => IsWeb(l.Url)) ? null
        : "a link that is not of the web";

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
