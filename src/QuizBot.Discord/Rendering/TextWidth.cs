using System.Globalization;
using System.Text;

namespace QuizBot.Discord.Rendering;

/// <summary>How many columns of a fixed-width type text takes.</summary>
internal static class TextWidth
{
    // First and last of what is two columns wide: East Asian scripts and emoji. https://www.unicode.org/reports/tr11/
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F),
        (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4),
        (0x26EA, 0x26EA), (0x26F2, 0x26F5), (0x26FA, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274E),
        (0x2753, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B55), (0x2E80, 0x303E), (0x3041, 0x33FF),
        (0x3400, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
        (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF), (0x1B000, 0x1B2FF), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F19A),
        (0x1F1E6, 0x1F320), (0x1F32D, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            width += OfCharacter(text.AsSpan(at, length));
            at += length;
        }

        return width;
    }

    /// <summary>As much of the text as fits in a number of columns, with an ellipsis where that is not all.</summary>
    public static string Cut(string text, int most)
    {
        if (Of(text) <= most)
            return text;
        var (end, width) = (0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            var next = OfCharacter(text.AsSpan(end, length));
            if (width + next > most - 1)
                break;
            (end, width) = (end + length, width + next);
        }

        return text[..end] + Cutting.Ellipsis;
    }

    // Of what is read as one character: as wide as its widest part, for a family of emoji is one emoji.
    private static int OfCharacter(ReadOnlySpan<char> character)
    {
        var width = 0;
        foreach (var rune in character.EnumerateRunes())
        {
            // This asks for the coloured form, which is wide.
            width = Math.Max(width, rune.Value == 0xFE0F ? 2 : OfRune(rune));
        }

        return width;
    }

    private static int OfRune(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ when rune.Value < Wide[0].First => 1,
        _ => Array.Exists(Wide, r => rune.Value >= r.First && rune.Value <= r.Last) ? 2 : 1,
    };
}
