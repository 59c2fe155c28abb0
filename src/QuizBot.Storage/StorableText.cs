using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace QuizBot.Storage;

/// <summary>
/// Text as every provider can keep it. PostgreSQL knows no character 0 and nothing knows half a surrogate pair, so both
/// become U+FFFD, rather than that one member's text fails what is written with it.
/// </summary>
internal static class StorableText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !(text.Contains('\0') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')))
            return text;
        var kept = new StringBuilder(text.Length);
        // Enumerating replaces halves already.
        foreach (var rune in text.EnumerateRunes())
            kept.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return kept.ToString();
    }
}
