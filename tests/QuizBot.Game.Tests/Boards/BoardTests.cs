using QuizBot.Chat;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Boards;

public sealed class BoardTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Periods_TurnAtMidnightOfTheWorkspacesZone(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider, Asks.Choices(20));
        await using var _ = world;
        // Sunday 30 November 2025, 23:30 in Auckland, closing at 23:50.
        await host.AdvanceToAsync(new DateTimeOffset(2025, 11, 30, 10, 0, 0, TimeSpan.Zero));
        await world.TypeAsync(world.Anna, "/daily set 23:30 Pacific/Auckland close-after:20m");
        await host.AdvanceAsync(TimeSpan.FromMinutes(31));
        await AnswerAsync(world, world.Ben);
        await host.AdvanceAsync(TimeSpan.FromMinutes(20));
        foreach (var period in new[] { "today", "week", "month", "year", "all" })
            Assert.Contains("> 🥇 | Ben | 10 | 1 of 1", await world.TypeAsync(world.Ben, "/leaderboard " + period), StringComparison.Ordinal);

        // Monday, and December, in Auckland; Sunday noon in UTC.
        await host.AdvanceAsync(TimeSpan.FromMinutes(30));
        foreach (var (period, says) in new[] { ("today", "Leaderboard today"), ("week", "Leaderboard this week"), ("month", "Leaderboard this month") })
            Assert.StartsWith(says + ": no points yet.", await world.TypeAsync(world.Ben, "/leaderboard " + period), StringComparison.Ordinal);
        foreach (var period in new[] { "year", "all" })
            Assert.Contains("Ben | 10", await world.TypeAsync(world.Ben, "/leaderboard " + period), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Categories_AreRankedApart()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(4), .. Asks.Choices(4, "views")]);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC category:views close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AnswerAsync(world, world.Ben);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.StartsWith("Leaderboard this month in The models: no points yet.", await world.TypeAsync(world.Ben, "/leaderboard models"), StringComparison.Ordinal);
        Assert.Contains("Leaderboard of all time in The views\n", await world.TypeAsync(world.Ben, "/leaderboard all views"), StringComparison.Ordinal);
        Assert.Contains("There is no category “vies”. Did you mean views?", await world.TypeAsync(world.Ben, "/leaderboard category:vies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_OfManyWithTies_TurnsItsPagesAndShowsTheReadersOwnRow()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var members = Enumerable.Range(0, 25).Select(i => world.Fake.Members.Enter($"M{i:00}", $"Member {i:00}")).ToList();
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await Task.WhenAll(members.Select((m, i) => AnswerAsync(world, m, right: i < 12)));
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        var reply = await world.TypeAsync(members[20], "/leaderboard");
        Assert.Equal(10, reply.Split('\n').Count(l => l.StartsWith("🥇", StringComparison.Ordinal)));
        Assert.Contains("\n> 13. | Member 20 | 0 | 0 of 1\n", reply, StringComparison.Ordinal);
        Assert.Contains("[Next →] [Show it to the channel]", reply, StringComparison.Ordinal);
        var board = world.Fake.ToldTo(members[20].Id)[^1];
        var second = await world.PressLabelAsync(members[20], board, "Next");
        Assert.Contains("🥇 | Member 10 | 10 | 1 of 1\n🥇 | Member 11 | 10 | 1 of 1\n13. | Member 12 | 0 | 0 of 1", second, StringComparison.Ordinal);
        var third = await world.PressLabelAsync(members[20], board, "Next");
        Assert.Contains("> 13. | Member 20 | 0 | 0 of 1", third, StringComparison.Ordinal);
        Assert.DoesNotContain("Next", third, StringComparison.Ordinal);
        Assert.Single(world.Fake.ToldTo(members[20].Id));
        Assert.Contains("[← Back]", third, StringComparison.Ordinal);

        var posts = world.Posts.Count;
        await world.PressLabelAsync(members[20], board, "Show");
        Assert.Equal(posts + 1, world.Posts.Count);
        Assert.DoesNotContain(">", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
        Assert.Contains("You are not on this board yet.", await world.TypeAsync(world.Ben, "/leaderboard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageThatIsNoMore_ShowsTheLast()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AnswerAsync(world, world.Ben);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await world.TypeAsync(world.Ben, "/leaderboard");
        Assert.Contains("> 🥇 | Ben", await world.PressAsync(world.Ben, world.Fake.ToldTo(world.Ben.Id)[^1], "board:3:7:"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemberWhoLeft_IsHiddenAndReturnsWithTheirPoints()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AnswerAsync(world, world.Ben);
        await AnswerAsync(world, world.Chen);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await world.Fake.Members.LeaveAsync(world.Chen);
        Assert.DoesNotContain("Chen", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(23));
        world.Fake.Members.Enter(world.Chen.Id, world.Chen.Name);
        await AnswerAsync(world, world.Chen, right: false);
        Assert.Contains("🥇 | Chen | 10", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_ShowPointsAccuracyStreakAndWhatToRead()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(3, "aa"), .. Asks.Choices(3, "bb")]);
        await using var _ = world;
        Assert.Equal("You have not answered anything yet. A question of the day, or /quiz start, changes that.", await world.TypeAsync(world.Ben, "/stats"));
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        for (var i = 0; i < 4; i++)
        {
            await AnswerAsync(world, world.Ben, right: (await world.RoundsAsync())[^1].Question.Category == "aa");
            await host.AdvanceAsync(TimeSpan.FromHours(1));
            await host.AdvanceAsync(TimeSpan.FromHours(23));
        }

        var stats = await world.TypeAsync(world.Ben, "/stats");
        Assert.Contains("20 points, rank 1 of 1. 2 of 4 answers right (50 %). 🔥 A streak of 4 daily questions.", stats, StringComparison.Ordinal);
        Assert.Contains("The aa | 2 of 2 | 100 %\nThe bb | 0 of 2 | 0 %", stats, StringComparison.Ordinal);
        Assert.Contains("• The bb topic: 0 of 2 right. Try /quiz start bb.", stats, StringComparison.Ordinal);
        foreach (var who in new[] { "<@U2>", "@ben", "U2", "member:Ben" })
            Assert.StartsWith("Statistics of Ben", await world.TypeAsync(world.Chen, "/stats " + who), StringComparison.Ordinal);
        Assert.Equal("I know no member “Zoe” who has answered anything here.", await world.TypeAsync(world.Chen, "/stats Zoe"));
    }

    private static async Task AnswerAsync(GameWorld world, ChatMember member, bool right = true)
    {
        var round = (await world.RoundsAsync())[^1];
        await world.Fake.Members.ReactAsync(member, world.Asked[^1].Ref, Emoji.Number(right ? round.RightChoice : (round.RightChoice + 1) % 4));
    }
}
