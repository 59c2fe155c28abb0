namespace QuizBot.Game.Boards;

/// <summary>Ranks with ties: equal points share a rank, and the next rank counts all before it (1, 1, 3).</summary>
internal static class Ranking
{
    /// <param name="points">Falling.</param>
    /// <param name="first">The rank of the first.</param>
    public static int[] Of(IReadOnlyList<long> points, int first = 1)
    {
        var ranks = new int[points.Count];
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = i > 0 && points[i] == points[i - 1] ? ranks[i - 1] : first + i;
        return ranks;
    }
}
