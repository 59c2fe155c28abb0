namespace QuizBot.Game.Messages;

/// <summary>The keycaps 1 to 10: both Discord and Slack have them, and a screen reader says the number.</summary>
internal static class Emoji
{
    private static readonly string[] Keycaps =
        ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"];

    public static string Number(int choice) => Keycaps[choice];

    public static IReadOnlyList<string> Numbers(int count) => Keycaps[..count];

    /// <summary>The choice that an emoji stands for, from 0, or null. Some clients leave the variation selector away.</summary>
    public static int? Choice(string emoji)
    {
        var bare = emoji.Replace("\uFE0F", "", StringComparison.Ordinal);
        for (var i = 0; i < Keycaps.Length; i++)
        {
            if (Keycaps[i].Replace("\uFE0F", "", StringComparison.Ordinal) == bare)
                return i;
        }

        return null;
    }

    /// <summary>🥇🥈🥉 for the first three ranks of those who have points, else the number.</summary>
    public static string Rank(int rank, long points) => (rank, points) switch { (1, > 0) => "🥇", (2, > 0) => "🥈", (3, > 0) => "🥉", _ => $"{rank}." };
}
