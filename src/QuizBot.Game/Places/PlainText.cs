using System.Globalization;
using System.Text;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Game.Places;

/// <summary>Makes what members write safe to keep and to show: no control characters, no marks that turn the line around, no halves of a character.</summary>
internal static class PlainText
{
    /// <summary>A member's name: cleaned, cut to what is kept, never empty.</summary>
    public static string Name(string name)
    {
        var clean = Clean(name).Trim();
        if (clean.Length > Member.LongestName)
            clean = clean[..(char.IsHighSurrogate(clean[Member.LongestName - 1]) ? Member.LongestName - 1 : Member.LongestName)];
        return clean.Length == 0 ? "someone" : clean;
    }

    /// <summary>The text without what cannot be kept or shown; line breaks become spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                continue;
            if (Rune.IsWhiteSpace(rune))
                clean.Append(' ');
            else if (!Rune.IsControl(rune) && !IsDirection(rune.Value))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Cut to a length with an ellipsis, for quoting.</summary>
    public static string Short(string text, int most)
    {
        var info = new StringInfo(text);
        return info.LengthInTextElements <= most ? text : info.SubstringByTextElements(0, most - 1) + "…";
    }

    // Unicode's embedding, override and isolate controls: https://www.unicode.org/reports/tr9/
    private static bool IsDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
