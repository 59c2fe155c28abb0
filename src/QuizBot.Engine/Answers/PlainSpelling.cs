using System.Globalization;
using System.Text;

namespace QuizBot.Engine.Answers;

/// <summary>
/// Spells a text with the characters of an English keyboard where it has them: small letters without accents, straight
/// quotes, plain hyphens. <see cref="string.Normalize()"/> would not do: without ICU it returns its input, and it throws at
/// half a surrogate pair.
/// </summary>
internal static class PlainSpelling
{
    private const char FirstAccented = '\u00C0';
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';

    // U+00C0 to U+017F.
    private const string Unaccented =
        "aaaaaaæceeeeiiiiðnooooo×ouuuuyþß" +
        "aaaaaaæceeeeiiiiðnooooo÷ouuuuyþy" +
        "aaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiĳĳjjkkĸlllllll" +
        "lllnnnnnnŉŋŋooooooœœrrrrrrssssss" +
        "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    internal static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                plain.Append(' ');
            else if (!IsUnseen(c))
                Append(plain, c);
        }

        return plain.ToString();
    }

    // Accents written by themselves, marks of direction, joiners, controls.
    private static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control;

    private static void Append(StringBuilder plain, char c)
    {
        switch (c)
        {
            case >= FirstAccented and < (char)(FirstAccented + 192):
                plain.Append(Unaccented[c - FirstAccented]);
                break;
            case >= FirstWide and <= LastWide:
                plain.Append(char.ToLowerInvariant((char)(c - FirstWide + '!')));
                break;
            case '‘' or '’' or '‚' or '‛' or '´':
                plain.Append('\'');
                break;
            case '“' or '”' or '„' or '‟' or '«' or '»':
                plain.Append('"');
                break;
            case '‐' or '‑' or '‒' or '–' or '−':
                plain.Append('-');
                break;
            case '—': // what a phone makes of two hyphens
                plain.Append("--");
                break;
            case '…':
                plain.Append("...");
                break;
            default:
                plain.Append(char.ToLowerInvariant(c));
                break;
        }
    }
}
