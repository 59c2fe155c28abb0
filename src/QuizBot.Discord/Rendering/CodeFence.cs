using System.Text;

namespace QuizBot.Discord.Rendering;

/// <summary>Code in a block that it cannot break out of.</summary>
internal static class CodeFence
{
    private const string Fence = "```";

    // It has no width.
    private const char Apart = '\u200B';

    /// <summary>The block; what does not fit is cut at the end of a line, else within one.</summary>
    public static string Of(string text, string? language, int most)
    {
        var open = Fence + (IsLanguage(language) ? language : "") + "\n";
        const string Close = "\n" + Fence;
        var inner = KeepApart(text.ReplaceLineEndings("\n"));
        // Discord shows the backticks of a block that has nothing in it.
        if (string.IsNullOrWhiteSpace(inner))
            inner = $"{Apart}";
        return open + Cut(inner, most - open.Length - Close.Length) + Close;
    }

    // Three backticks never meet.
    private static string KeepApart(string text)
    {
        if (!text.Contains(Fence, StringComparison.Ordinal))
            return text;
        var apart = new StringBuilder();
        var run = 0;
        foreach (var c in text)
        {
            run = c != '`' ? 0 : run + 1;
            if (run == Fence.Length)
            {
                apart.Append(Apart);
                run = 1;
            }

            apart.Append(c);
        }

        return apart.ToString();
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var head = Cutting.Head(text, Math.Max(0, most - 2));
        var line = head.LastIndexOf('\n');
        return line > 0 ? head[..line] + "\n" + Cutting.Ellipsis : head + Cutting.Ellipsis;
    }

    private static bool IsLanguage(string? language) =>
        language is { Length: > 0 and <= 20 } && language.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '+' or '-' or '.' or '#');
}
