using System.Globalization;
using QuizBot.Chat.Messages;

namespace QuizBot.Discord.Rendering;

/// <summary>Text with a few meanings in it, as Discord's markdown.</summary>
internal static class SpanRenderer
{
    /// <summary>As much of the text as fits.</summary>
    public static string Render(ChatText text, int most)
    {
        var whole = new MarkdownWriter(int.MaxValue - 1_000);
        Write(whole, text);
        if (whole.ToString() is var fits && fits.Length <= most)
            return fits;
        var cut = new MarkdownWriter(most);
        Write(cut, text);
        return cut.ToString();
    }

    public static void Write(MarkdownWriter writer, ChatText text)
    {
        foreach (var span in text.Spans)
            Write(writer, span);
    }

    private static void Write(MarkdownWriter writer, TextSpan span)
    {
        switch (span)
        {
            case PlainSpan plain:
                writer.Text(plain.Text);
                break;
            case BoldSpan { Text.Length: > 0 } bold:
                writer.Around("**", "**", w => w.Text(bold.Text));
                break;
            case CodeSpan code:
                Code(writer, code.Text);
                break;
            case LinkSpan link:
                writer.Around("[", $"]({Address(link.Url)})", w => w.Text(link.Title));
                break;
            // A mention in an embed shows a number where the reader's client does not know the member; their name always reads.
            case MemberSpan member:
                writer.Text(member.Name);
                break;
            case ChannelSpan channel:
                writer.Markup($"<#{channel.Id}>");
                break;
            case MomentSpan moment:
                writer.Markup(Moment(moment));
                break;
        }
    }

    // A run of backticks longer than any within; three of them would begin a block, so such text is no code but to the letter.
    private static void Code(MarkdownWriter writer, string text)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Trim().Length == 0 || text.Contains("``", StringComparison.Ordinal))
        {
            writer.Text(text);
            return;
        }

        var fence = text.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        // Discord drops one blank where a backtick stands behind it.
        var padded = (text[0] == '`' ? " " : "") + text + (text[^1] == '`' ? " " : "");
        writer.Markup(fence + padded + fence);
    }

    // Brackets would end the link.
    private static string Address(string url) =>
        (Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : url)
            .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    // https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
    private static string Moment(MomentSpan moment)
    {
        var style = moment.Style switch { TimeStyle.Time => 't', TimeStyle.DateTime => 'F', _ => 'R' };
        return string.Create(CultureInfo.InvariantCulture, $"<t:{moment.At.ToUnixTimeSeconds()}:{style}>");
    }
}
