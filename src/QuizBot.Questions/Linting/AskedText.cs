using System.Globalization;
using System.Text;

namespace QuizBot.Questions.Linting;

/// <summary>A question and its code as two sets of neighbouring words, by hash; case and punctuation (outside code) do not count.</summary>
internal sealed class AskedText
{
    public AskedText(string ask, string? code)
    {
        var askWords = Words(ask, keepPunctuation: false);
        var codeWords = Words(code ?? "", keepPunctuation: true);
        Key = $"{string.Join(' ', askWords)}\n{string.Join(' ', codeWords)}";
        Ask = Pairs(askWords, "ask");
        Code = Pairs(codeWords, "code");
    }

    /// <summary>The distinct pairs of neighbouring words of the question.</summary>
    public IReadOnlyCollection<ulong> Ask { get; }

    /// <summary>So of its code; disjoint from the question's.</summary>
    public IReadOnlyCollection<ulong> Code { get; }

    /// <summary>Equal for texts that are the same.</summary>
    public string Key { get; }

    private static List<string> Words(string text, bool keepPunctuation)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            var isIdeograph = char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
            if ((char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate) && !isIdeograph)
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }

            EndWord();
            // Scripts without spaces: each sign is a word.
            if (isIdeograph || (keepPunctuation && !char.IsWhiteSpace(c)))
                words.Add(c.ToString());
        }

        EndWord();
        return words;

        void EndWord()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    private static HashSet<ulong> Pairs(List<string> words, string kind)
    {
        var pairs = new HashSet<ulong>();
        if (words.Count == 0)
            return pairs;
        var before = kind;
        foreach (var word in words.Append(kind))
        {
            pairs.Add(Hash(kind, before, word));
            before = word;
        }

        return pairs;
    }

    // FNV-1a.
    private static ulong Hash(string kind, string first, string second)
    {
        var hash = 14695981039346656037UL;
        foreach (var text in (ReadOnlySpan<string>)[kind, first, second])
        {
            foreach (var c in text)
                hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }

        return hash;
    }
}
