using System.Globalization;
using System.Text;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Answers;

/// <summary>
/// Decides whether a typed answer is right. Forgiven: case, accents, spacing, a leading article, outer quotes,
/// backticks or a full stop, and one slip in each word of five letters or more. Not forgiven: a slip in a shorter word
/// or in a number, a different count of words, or an answer as near to a listed wrong answer as to a right one.
/// </summary>
public static class TypedAnswer
{
    private const int ForgivingLength = 5;
    private static readonly string[] Articles = ["a", "an", "the"];

    /// <summary>Whether the text answers the question. Texts over <see cref="QuestionLimits.Typed"/> characters never do.</summary>
    public static bool IsRight(Question question, string text)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > QuestionLimits.Typed)
            return false;
        var given = Normalise(text);
        var right = Slips(given, question.Accept);
        if (right is null or 0)
            return right == 0;
        return !(Slips(given, question.Wrong) <= right);
    }

    /// <summary>The text as it is compared.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var kind = CharUnicodeInfo.GetUnicodeCategory(c);
            if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control && !char.IsWhiteSpace(c))
                continue;
            plain.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }

        var words = plain.ToString().Trim(' ', '"', '\'', '`', '“', '”', '‘', '’', '.', '!', '?', ',', ';')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && Articles.Contains(words[0]))
            words = words[1..];
        return string.Join(' ', words);
    }

    private static int? Slips(string given, IReadOnlyList<string> among)
    {
        int? fewest = null;
        foreach (var candidate in among)
        {
            if (Slips(given, Normalise(candidate)) is { } slips && !(fewest <= slips))
                fewest = slips;
        }

        return fewest;
    }

    // Null when the two differ by more than slips.
    private static int? Slips(string given, string wanted)
    {
        if (given == wanted)
            return 0;
        var (a, b) = (Parts(given), Parts(wanted));
        if (a.Count != b.Count)
            return null;
        var slips = 0;
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] == b[i])
                continue;
            if (a[i].Length < ForgivingLength || b[i].Length < ForgivingLength || a[i].Concat(b[i]).Any(char.IsDigit)
                || !char.IsLetter(a[i][0]) || EditDistance.Between(a[i], b[i]) > 1)
                return null;
            slips++;
        }

        return slips;
    }

    // Runs of letters and digits, and each other character by itself: a slip in punctuation is never forgiven,
    // and `max_length` differs from `min_length` by the short word.
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
                continue;
            if (i > start)
                parts.Add(text[start..i]);
            if (i < text.Length && text[i] != ' ')
                parts.Add(text[i].ToString());
            start = i + 1;
        }

        return parts;
    }
}
