using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Boards;

public sealed class BoardButtonsStoryTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Pages_WithTiesAcrossThem_RankAllBefore(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        var members = await ManyAnswerAsync(world, host, right: [.. Enumerable.Range(0, 22).Select(i => i != 0 && i < 12)]);

        // Eleven right: one more than a page. The reader, wrong, is of the eleven who share rank 12.
        var first = await world.TypeAsync(members[0], "/leaderboard all");
        Assert.Equal(10, first.Split("🥇 | ").Length - 1);
        Assert.Contains("\n> 12. | Member 00 | 0 | 0 of 1\n[Next →] [Show it to the channel]", first, StringComparison.Ordinal);
        var shown = world.Fake.ToldTo(members[0].Id)[^1];
        var second = await world.PressLabelAsync(members[0], shown, "Next");
        Assert.Contains("Right\n🥇 | Member 11 | 10 | 1 of 1\n> 12. | Member 00 | 0 | 0 of 1\n12. | Member 12 | 0", second, StringComparison.Ordinal);
        Assert.EndsWith("[← Back] [Next →] [Show it to the channel]", second, StringComparison.Ordinal);
        var third = await world.PressLabelAsync(members[0], shown, "Next");
        Assert.Contains("Right\n12. | Member 20 | 0 | 0 of 1\n12. | Member 21 | 0 | 0 of 1\n> 12. | Member 00", third, StringComparison.Ordinal);
        Assert.Equal(second, await world.PressLabelAsync(members[0], shown, "← Back"));
    }

    [Fact]
    public async Task Share_ShowsThePageWithoutTheReadersRowNorButtons()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var members = await ManyAnswerAsync(world, host, [.. Enumerable.Range(0, 12).Select(i => i < 10)]);
        var posts = world.Posts.Count;
        Assert.Contains("> 11. | Member 11", await world.TypeAsync(members[11], "/leaderboard"), StringComparison.Ordinal);
        Assert.Equal(posts, world.Posts.Count);
        var board = world.Fake.ToldTo(members[11].Id)[^1];
        Assert.IsType<PublicReply>(await world.Fake.Members.PressAsync(
            members[11], board.Ref, board.Content.Blocks.OfType<ButtonsBlock>().Single().Buttons[^1].Action));
        var shared = Assert.Single(world.Posts.Skip(posts));
        Assert.Equal(10, shared.Content.Blocks.OfType<TableBlock>().Single().Rows.Count);
        Assert.DoesNotContain("Member 11", PlainRendering.Of(shared.Content), StringComparison.Ordinal);
        Assert.DoesNotContain(shared.Content.Blocks.OfType<TableBlock>().Single().Rows, r => r.Highlighted);
        Assert.Empty(shared.Content.Blocks.OfType<ButtonsBlock>());

        // Nor is one marked who stands on the page.
        Assert.Contains("> 🥇 | Member 03", await world.TypeAsync(members[3], "/leaderboard"), StringComparison.Ordinal);
        await world.PressLabelAsync(members[3], world.Fake.ToldTo(members[3].Id)[^1], "Show");
        Assert.Equal(PlainRendering.Of(shared.Content), PlainRendering.Of(world.Posts[^1].Content));
    }

    [Theory]
    [InlineData("board:9:0:")]
    [InlineData("board:2:10001:")]
    [InlineData("board:2:-1:")]
    [InlineData("board:2:")]
    [InlineData("board:2")]
    [InlineData("board:two:0:")]
    [InlineData("board")]
    [InlineData("share:5:0:")]
    [InlineData("share:2:99999999999999999999:")]
    [InlineData("share:2:0::::::")]
    [InlineData("sharing:2:0:")]
    [InlineData("")]
    public async Task ForgedAction_ShowsNothing(string action)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC");
        Assert.Equal("That does not belong to this message, so nothing was recorded.", await PressForgedAsync(world, action));
        Assert.Empty(world.Posts);
    }

    [Theory]
    [InlineData("board:4:9999:", "Leaderboard of all time\n")]
    [InlineData("board:4:0:@everyone", "Leaderboard of all time\n")]
    public async Task ForgedPageOrCategory_IsTheNearestThereIs(string action, string says)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:1", _ => true);
        var board = await PressForgedAsync(world, action);
        Assert.StartsWith(says, board, StringComparison.Ordinal);
        Assert.Contains("> 🥇 | Ben | 15 | 1 of 1", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_OfACategory_SaysWhichInItsTitle()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(), .. Asks.Choices(2, "views")]);
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start views 1", _ => true);
        Assert.StartsWith("Leaderboard today in The models: no points yet.", await world.TypeAsync(world.Ben, "/leaderboard today models"), StringComparison.Ordinal);
        await world.TypeAsync(world.Ben, "/leaderboard today views");
        await world.PressLabelAsync(world.Ben, world.Fake.ToldTo(world.Ben.Id)[^1], "Show");
        Assert.StartsWith("Leaderboard today in The views\n", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspace_WhereNothingHappened_HasAnEmptyBoardAndAsksToPlay()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        const string says = "Leaderboard this month: no points yet. Points are counted when a question closes. /quiz start is the quickest way to earn some.";
        Assert.Equal(says, await world.TypeAsync(world.Ben, "/leaderboard"));
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC");
        Assert.Equal(says, await world.TypeAsync(world.Ben, "/leaderboard"));
    }

    [Fact]
    public async Task MembersWhoLeft_AreOnNoBoardAndReturnWithTheirPoints()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(6));
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Chen, "/quiz start questions:2", _ => true);
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:1", _ => true);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.Fake.Members.LeaveAsync(world.Chen);
        var board = await world.TypeAsync(world.Ben, "/leaderboard");
        Assert.Contains("> 🥇 | Ben | 15", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Chen", board, StringComparison.Ordinal);
        Assert.Contains("rank 1 of 1.", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
        Assert.Contains("I know no member “Chen”", await world.TypeAsync(world.Ben, "/stats Chen"), StringComparison.Ordinal);
        // Whoever never answered can leave too.
        await world.Fake.Members.LeaveAsync(world.Fake.Members.Enter("U9", "Zoe"));

        await world.TypeAsync(world.Ben, "/quiz start questions:1");
        await world.PressLabelAsync(world.Fake.Members.Enter("U3", "Chen Li"), world.Posts[^1], "Join");
        Assert.Contains("🥇 | Chen Li | 30 | 2 of 2\n> 🥈 | Ben | 15", await world.TypeAsync(world.Ben, "/leaderboard"), StringComparison.Ordinal);
    }

    private static async Task<string> PressForgedAsync(GameWorld world, string action)
    {
        await world.TypeAsync(world.Ben, "/leaderboard");
        return await world.PressAsync(world.Ben, world.Fake.ToldTo(world.Ben.Id)[^1], action);
    }

    private static async Task<List<ChatMember>> ManyAnswerAsync(GameWorld world, GameHost host, IReadOnlyList<bool> right)
    {
        var members = right.Select((_, i) => world.Fake.Members.Enter($"M{i:00}", $"Member {i:00}")).ToList();
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        for (var i = 0; i < members.Count; i++)
            await world.AnswerAsync(members[i], right[i]);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        return members;
    }
}
