using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Faults;

/// <summary>Which characters a text may hold.</summary>
internal static class TextRules
{
    private const int QuotedLength = 60;

    /// <summary>Refuses what could reorder, hide or break the text where it is shown.</summary>
    public static bool Accepts(string text, string key, Place place, FaultList faults)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsBidiControl(c))
            {
                faults.Error(place, FaultRule.BidiControl, $"`{key}` holds the invisible direction control U+{(int)c:X4}", "delete it");
                return false;
            }

            if (char.IsControl(c) && c is not ('\n' or '\t'))
            {
                faults.Error(place, FaultRule.ControlCharacter, $"`{key}` holds the control character U+{(int)c:X4}", "delete it");
                return false;
            }

            if (!char.IsSurrogate(c))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                i++;
                continue;
            }

            faults.Error(place, FaultRule.ControlCharacter, $"`{key}` holds half a character, U+{(int)c:X4}", "write the whole character");
            return false;
        }

        return true;
    }

    /// <summary>Unicode's property Bidi_Control.</summary>
    public static bool IsBidiControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>What stands in a file, as a message shows it.</summary>
    public static string Quoted(string text) => text.Length <= QuotedLength ? $"`{text}`" : $"`{text[..QuotedLength]}…`";
}
