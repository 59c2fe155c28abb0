using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;

namespace QuizBot.Game.Tests.Boards;

public sealed class PeriodStoryTests
{
    private static readonly string[] All = ["today", "week", "month", "year", "all"];

    // The instant is midnight in Berlin; what is kept stands on the board of these periods the moment after.
    [Theory]
    [InlineData(StorageProvider.Sqlite, "2025-11-26T23:00:00Z", "week month year all")]
    [InlineData(StorageProvider.Sqlite, "2025-12-07T23:00:00Z", "month year all")]
    [InlineData(StorageProvider.Sqlite, "2026-01-31T23:00:00Z", "week year all")]
    [InlineData(StorageProvider.Sqlite, "2025-12-31T23:00:00Z", "week all")]
    [InlineData(StorageProvider.PostgreSql, "2025-12-31T23:00:00Z", "week all")]
    // Summer time begins on this Sunday, whose night is an hour nearer to Greenwich at its end.
    [InlineData(StorageProvider.Sqlite, "2026-03-29T22:00:00Z", "month year all")]
    public async Task Boards_TurnAtTheWorkspacesMidnight(StorageProvider provider, string midnight, string kept)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        var turn = DateTimeOffset.Parse(midnight, System.Globalization.CultureInfo.InvariantCulture);
        await world.TypeAsync(world.Anna, "/daily set 12:00 Europe/Berlin");
        await world.TypeAsync(world.Anna, "/daily remove");
        await host.AdvanceToAsync(turn - TimeSpan.FromMinutes(1));
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:1", _ => true);
        await host.AdvanceToAsync(turn - TimeSpan.FromMilliseconds(1));
        Assert.Equal(All, await StandsOnAsync(world));
        await host.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(kept.Split(' '), await StandsOnAsync(world));
    }

    [Fact]
    public async Task Round_OpenAcrossMidnight_CountsForTheDayItClosed()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await host.AdvanceToAsync(new DateTimeOffset(2025, 11, 30, 23, 59, 0, TimeSpan.Zero));
        await world.TypeAsync(world.Ben, "/quiz start questions:1 seconds:120");
        await world.PressLabelAsync(world.Chen, world.Posts[0], "Join");
        await host.AdvanceAsync(Playing.Lobby);
        await world.AnswerAsync(world.Ben);
        await host.AdvanceAsync(TimeSpan.FromSeconds(120));
        Assert.Equal(All, await StandsOnAsync(world));
    }

    [Fact]
    public async Task WeekBefore_IsNotCountedAgainAndAllTimeAddsUp()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(6));
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:2", _ => true);
        await host.AdvanceAsync(TimeSpan.FromDays(7));
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:1", _ => true);
        Assert.Contains("> 🥇 | Ben | 15 | 1 of 1", await world.TypeAsync(world.Ben, "/leaderboard week"), StringComparison.Ordinal);
        Assert.Contains("> 🥇 | Ben | 45 | 3 of 3", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> StandsOnAsync(GameWorld world)
    {
        var on = new List<string>();
        foreach (var period in All)
        {
            var board = await world.TypeAsync(world.Ben, "/leaderboard " + period);
            if (board.Contains("> 🥇 | Ben | ", StringComparison.Ordinal))
                on.Add(period);
            else
                Assert.Contains(": no points yet. Points are counted when a question closes. /quiz start is the quickest way to earn some.", board, StringComparison.Ordinal);
        }

        return on;
    }
}
