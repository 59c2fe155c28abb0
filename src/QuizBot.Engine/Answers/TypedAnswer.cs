using System.Text;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Answers;

/// <summary>
/// Decides whether a typed answer is right.
/// <para>
/// Forgiven: case, accents, and what phones make of quotes and hyphens; a leading article; quotes or backticks around the
/// whole; a full stop, comma, semicolon, question or exclamation mark at its end; spaces, and hyphens between letters, too
/// many or too few; <c>()</c> after a name, too much or too little; a dot before it; and one slip inside each word of five
/// letters or more: a letter too many, too few or wrong, or two neighbours swapped.
/// </para>
/// <para>
/// Not forgiven: a slip in a shorter word or one with a digit, nor in a word's first or last letter unless swapped: there
/// it makes another name (<c>contains</c> and <c>icontains</c>, <c>value</c> and <c>values</c>, <c>route</c> and
/// <c>router</c>); other punctuation, so <c>max_length</c> needs its underscore; a prefix such as <c>models.</c>; nor
/// anything as near to a listed wrong answer as to an accepted one. Names that differ by one letter inside a long word
/// (<c>content</c> and <c>context</c>) are told apart only where the question lists the other as wrong.
/// </para>
/// </summary>
public static class TypedAnswer
{
    private const int ForgivingLength = 5;
    private static readonly string[] Articles = ["a ", "an ", "the "];

    /// <summary>
    /// Whether the text answers the question. Blank texts and those over <see cref="QuestionLimits.Typed"/> characters never do.
    /// </summary>
    public static bool IsRight(Question question, string text)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > QuestionLimits.Typed)
            return false;
        var given = Normalise(text);
        if (given.Length == 0 || Nearest(given, question.Accept) is not { } right)
            return false;
        return right == 0 || !(Nearest(given, question.Wrong) <= right);
    }

    /// <summary>The text without what makes no difference at all: case, accents, outer quotes, a leading article, closing marks.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = string.Join(' ', PlainSpelling.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        string before;
        do
        {
            before = plain;
            plain = WithoutArticle(WithoutQuotes(WithoutClosingMarks(plain)));
        }
        while (plain != before);
        return plain;
    }

    // Of a text that is nothing but marks, they are the answer.
    private static string WithoutClosingMarks(string text) =>
        text.TrimEnd('.', ',', ';', '!', '?', ' ') is { Length: > 0 } rest ? rest : text;

    private static string WithoutQuotes(string text) =>
        text.Length > 2 && text[0] is '"' or '\'' or '`' && text[^1] == text[0] && text[1..^1].Trim() is { Length: > 0 } inner
            ? inner
            : text;

    private static string WithoutArticle(string text) =>
        Array.Find(Articles, a => text.StartsWith(a, StringComparison.Ordinal)) is { } article ? text[article.Length..] : text;

    private static int? Nearest(string given, IReadOnlyList<string> among) =>
        among.Min(candidate => Distance(given, Normalise(candidate)));

    // 0 for the same, 1 for the same but for spaces, hyphens, () or a dot, and 1 more for each slip; null for another answer.
    private static int? Distance(string given, string wanted)
    {
        if (given == wanted)
            return 0;
        if (given is ['.', var first, ..] && char.IsLetter(first) && wanted is not ['.', ..])
            given = given[1..];
        var (a, b) = (Parts(WithoutCall(given)), Parts(WithoutCall(wanted)));
        if (Joined(a) == Joined(b))
            return 1;
        if (a.Count != b.Count)
            return null;
        var distance = 1;
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] == b[i])
                continue;
            if (!IsSlip(a[i], b[i]))
                return null;
            distance++;
        }

        return distance;
    }

    private static string WithoutCall(string text) =>
        text.EndsWith("()", StringComparison.Ordinal) && text[..^2].TrimEnd() is { Length: > 0 } name
            && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.')
            ? name
            : text;

    private static bool IsSlip(string a, string b) =>
        a.Length >= ForgivingLength && b.Length >= ForgivingLength && !a.Concat(b).Any(char.IsDigit)
        && EditDistance.Between(a, b) == 1
        && ((a[0] == b[0] && a[^1] == b[^1]) || a.Order().SequenceEqual(b.Order()));

    // Runs of letters and digits, and each other character by itself, so that no slip in punctuation is forgiven.
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
            if (i < text.Length && text[i] != ' ' && !JoinsLetters(text, i))
                parts.Add(text[i].ToString());
            start = i + 1;
        }

        return parts;
    }

    private static bool JoinsLetters(string text, int i) =>
        text[i] == '-' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    // Between digits a space stays: 1 0 is not 10.
    private static string Joined(List<string> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
        {
            if (joined.Length > 0 && char.IsDigit(joined[^1]) && char.IsDigit(part[0]))
                joined.Append(' ');
            joined.Append(part);
        }

        return joined.ToString();
    }
}
