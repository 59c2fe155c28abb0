using System.Text;
using System.Text.RegularExpressions;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Content;

/// <summary>What members type.</summary>
internal static partial class Words
{
    public const int Longest = 4000;
    private const int LongestSummary = 150;

    /// <summary>
    /// Text without what cannot be seen and changes how the rest is read: control characters but tabs and line breaks, and the
    /// characters that turn the direction of writing (Unicode Standard Annex 9), with which text can pretend to be another.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (c is '\n' or '\t' || (!char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069')))
                clean.Append(c);
        }
        return clean.ToString().Trim();
    }

    /// <summary>A command with members as the bot reads them: <c>&lt;@ada&gt;</c> for <c>@Ada</c>.</summary>
    public static string WithMemberIds(string command) =>
        AtName().Replace(command, match =>
            Cast.People.FirstOrDefault(p => p.Name.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) is { } person
                ? $"<@{person.Id}>"
                : match.Value);

    /// <summary>The first line, for where there is room for one.</summary>
    public static string Summary(string text)
    {
        var line = text.Split('\n', 2)[0];
        if (line.Length <= LongestSummary)
            return line;
        var end = LongestSummary - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    [GeneratedRegex(@"(?<=^|[\s:])@(\p{L}+)(?=\s|$)")]
    private static partial Regex AtName();
}
