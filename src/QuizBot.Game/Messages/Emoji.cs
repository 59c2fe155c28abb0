namespace QuizBot.Game.Messages;

/// <summary>The keycaps 1 to 10: both Discord and Slack have them, and a screen reader says the number.</summary>
internal static class Emoji
{
    private const char Coloured = '\uFE0F';

    private static readonly string[] Keycaps =
        ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"];

    private static readonly string[] Bare = [.. Keycaps.Select(k => k.Replace($"{Coloured}", "", StringComparison.Ordinal))];

    public static string Number(int choice) => Keycaps[choice];

    public static IReadOnlyList<string> Numbers(int count) => Keycaps[..count];

    /// <summary>The choice that an emoji stands for, from 0, or null. Some clients leave the variation selector away.</summary>
    public static int? Choice(string emoji)
    {
        // Asked of every reaction of every workspace, so nothing is made that is not needed.
        for (var i = 0; i < Keycaps.Length; i++)
        {
            if (emoji == Keycaps[i])
                return i;
        }

        if (emoji.Length > 3)
            return null;
        var at = Array.IndexOf(Bare, emoji.Replace($"{Coloured}", "", StringComparison.Ordinal));
        return at < 0 ? null : at;
    }

    /// <summary>🥇🥈🥉 for the first three ranks of those who have points, else the number.</summary>
    public static string Rank(int rank, long points) => (rank, points) switch { (1, > 0) => "🥇", (2, > 0) => "🥈", (3, > 0) => "🥉", _ => $"{rank}." };
}
