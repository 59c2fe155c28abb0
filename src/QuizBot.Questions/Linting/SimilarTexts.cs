using System.Runtime.InteropServices;

namespace QuizBot.Questions.Linting;

/// <summary>
/// Finds pairs of similar texts without comparing all with all: two sets that share so much must share one of their rarest
/// members (prefix filtering; Chaudhuri, Ganti and Kaushik 2006), so only an index of those is searched.
/// </summary>
internal static class SimilarTexts
{
    // Shares of all word pairs that two questions, and their code, have in common.
    private const double AskLikeness = 0.7;
    private const double CodeLikeness = 0.9;

    // Bounds the work where thousands of texts share their rarest words and yet differ.
    private const int MostCompared = 500;

    /// <summary>For each text that is like an earlier one: its index and that of one such.</summary>
    public static IEnumerable<(int Later, int Earlier)> Pairs(IReadOnlyList<AskedText> texts)
    {
        var ranks = Ranks(texts);
        var sets = new (int[] Ask, int[] Code)[texts.Count];
        var firstOf = new Dictionary<string, int>();
        var index = new Dictionary<int, List<int>>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (!firstOf.TryAdd(texts[i].Key, i))
            {
                yield return (i, firstOf[texts[i].Key]);
                continue;
            }

            sets[i] = (Ranked(texts[i].Ask, ranks), Ranked(texts[i].Code, ranks));
            var rarest = Rarest(sets[i]);
            if (FirstLike(sets, i, rarest, index) is { } twin)
                yield return (i, twin);
            foreach (var member in rarest)
            {
                ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(index, member, out _);
                (holders ??= []).Add(i);
            }
        }
    }

    private static int? FirstLike((int[] Ask, int[] Code)[] sets, int text, ReadOnlySpan<int> rarest, Dictionary<int, List<int>> index)
    {
        var compared = 0;
        var seen = new HashSet<int>();
        foreach (var member in rarest)
        {
            if (!index.TryGetValue(member, out var holders))
                continue;
            for (var h = holders.Count - 1; h >= 0; h--)
            {
                if (++compared > MostCompared)
                    return null;
                var other = holders[h];
                if (seen.Add(other) && AreAlike(sets[text].Ask, sets[other].Ask, AskLikeness) && AreAlike(sets[text].Code, sets[other].Code, CodeLikeness))
                    return other;
            }
        }

        return null;
    }

    // Members by how many texts have them, so that a set in order begins with its rarest.
    private static Dictionary<ulong, int> Ranks(IReadOnlyList<AskedText> texts)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var text in texts)
        {
            foreach (var member in text.Ask.Concat(text.Code))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, member, out _)++;
        }

        var members = counts.Keys.ToArray();
        Array.Sort(counts.Values.ToArray(), members);
        for (var rank = 0; rank < members.Length; rank++)
            counts[members[rank]] = rank;
        return counts;
    }

    private static int[] Ranked(IReadOnlyCollection<ulong> members, Dictionary<ulong, int> ranks)
    {
        var ranked = members.Select(m => ranks[m]).ToArray();
        Array.Sort(ranked);
        return ranked;
    }

    private static int[] Rarest((int[] Ask, int[] Code) set)
    {
        int[] all = [.. set.Ask, .. set.Code];
        Array.Sort(all);
        return all[..Math.Min(all.Length, all.Length - (int)Math.Ceiling(AskLikeness * all.Length) + 1)];
    }

    // Jaccard's measure of two sets in order.
    private static bool AreAlike(int[] a, int[] b, double likeness)
    {
        if (Math.Min(a.Length, b.Length) < likeness * Math.Max(a.Length, b.Length))
            return false;
        int shared = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
                (shared, i, j) = (shared + 1, i + 1, j + 1);
            else if (a[i] < b[j])
                i++;
            else
                j++;
        }

        return shared >= likeness * (a.Length + b.Length - shared);
    }
}
