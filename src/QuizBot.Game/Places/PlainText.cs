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
        var clean = Cut(Clean(name).Trim(), Member.LongestName).TrimEnd();
        return clean.EnumerateRunes().Any(IsVisible) ? clean : "someone";
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

    /// <summary>Cut with an ellipsis to a length in UTF-16 characters, which is how platforms count.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : Cut(text, most - 1) + "…";

    // Never within what is read as one character; one that is longer than all there is room for is dropped.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= most)
            end += next;
        return text[..end];
    }

    // What has no shape of its own: a name of these alone would be an empty place on a board.
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0);

    // Unicode's embedding, override and isolate controls: https://www.unicode.org/reports/tr9/
    private static bool IsDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
