namespace QuizBot.Engine.Answers;

/// <summary>How many slips of the finger lie between two words.</summary>
public static class EditDistance
{
    /// <summary>
    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each, and no letter is
    /// touched twice, so it may exceed the sum of two steps (no triangle inequality). Time is the product of the lengths.
    /// </summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        var rows = new int[3 * width];
        Span<int> before = rows.AsSpan(0, width), above = rows.AsSpan(width, width), row = rows.AsSpan(2 * width, width);
        for (var j = 0; j < width; j++)
            above[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[^1];
    }

    /// <summary>
    /// The word nearest to <paramref name="word"/>, case aside: the same, else one that begins with it (from three letters on),
    /// else the fewest slips away, and of equals the one nearest in length.
    /// </summary>
    /// <returns>Null where none is within a third of its length, rounded (at least 1 slip), or it has no or over 64 characters.</returns>
    public static string? Nearest(string word, IEnumerable<string> among)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(among);
        if (word.Length is 0 or > 64)
            return null;
        var limit = Math.Max(1, (word.Length + 1) / 3);
        return among
            .Select(candidate => (candidate, distance: Distance(candidate)))
            .Where(c => c.distance <= limit)
            .OrderBy(c => c.distance)
            .ThenBy(c => Math.Abs(c.candidate.Length - word.Length))
            .Select(c => c.candidate)
            .FirstOrDefault();

        // What is half typed is near too.
        int Distance(string candidate) =>
            word.Length >= 3 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                ? 0
                : Between(word.ToLowerInvariant(), candidate.ToLowerInvariant());
    }
}
