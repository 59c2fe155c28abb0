namespace QuizBot.Discord.Client.Wire;

/// <summary>What others wrote, made fit for a log.</summary>
internal static class ForeignText
{
    /// <summary>One line of printable characters, cut at a length.</summary>
    public static string Line(string text, int longest = 200)
    {
        var line = string.Create(Math.Min(text.Length, longest), text, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i];
        });
        return text.Length > longest ? line + "…" : line;
    }
}
