using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Dailies;

public sealed class DailyFailureTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite, ChatFailureKind.Unavailable, false)]
    [InlineData(StorageProvider.Sqlite, ChatFailureKind.Doubtful, false)]
    [InlineData(StorageProvider.Sqlite, ChatFailureKind.Doubtful, true)]
    [InlineData(StorageProvider.PostgreSql, ChatFailureKind.Doubtful, true)]
    public async Task Post_ThatFailsForNow_StandsOnceInTheEnd(StorageProvider provider, ChatFailureKind kind, bool happened)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        world.Fake.Fail(FakeOperation.Post, kind, times: happened ? 1 : 3, happened);
        world.Fake.Fail(FakeOperation.FindPost, ChatFailureKind.Unavailable, times: 1);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        for (var i = 0; i < 10; i++)
            await host.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Single(world.Asked);
        Assert.Equal(4, world.Asked[0].Reactions.Count);
        Assert.Equal(RoundStatus.Open, Assert.Single(await world.RoundsAsync()).Status);
    }

    [Theory]
    [InlineData(ChatFailureKind.Unavailable, false)]
    [InlineData(ChatFailureKind.Doubtful, true)]
    public async Task Reveal_ThatFailsForNow_StandsOnceInTheEnd(ChatFailureKind kind, bool happened)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        world.Fake.Fail(FakeOperation.Edit, ChatFailureKind.Unavailable, times: 2);
        world.Fake.Fail(FakeOperation.Post, kind, times: 1, happened);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        for (var i = 0; i < 10; i++)
            await host.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Single(world.Revealed);
        Assert.Equal(RoundStatus.Closed, Assert.Single(await world.RoundsAsync()).Status);
    }

    [Fact]
    public async Task RetryAfter_IsHonoured()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        world.Fake.Fail(new FakeFault(FakeOperation.Post, new ChatFailure(ChatFailureKind.Unavailable, "slow down", TimeSpan.FromMinutes(20)), Times: 1));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.AdvanceAsync(TimeSpan.FromMinutes(19));
        Assert.Empty(world.Asked);
        Assert.Equal(1, world.Fake.Calls(FakeOperation.Post));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Single(world.Asked);
    }

    [Theory]
    [InlineData(ChatFailureKind.ChannelGone, "the channel is deleted or archived, or I am not in it")]
    [InlineData(ChatFailureKind.Forbidden, "I lack a permission in the channel (a switched-on fault)")]
    [InlineData(ChatFailureKind.WorkspaceGone, "I was removed from this workspace")]
    [InlineData(ChatFailureKind.Invalid, "the platform does not take my message")]
    public async Task Post_RefusedForGood_PausesTheDailyTellsWhoSetItAndLeavesTheDayFree(ChatFailureKind kind, string why)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        world.Fake.Fail(FakeOperation.Post, kind);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        var told = PlainRendering.Of(world.Fake.ToldTo(world.Anna.Id)[^1].Content);
        Assert.Equal($"The question of the day in #general is paused: {why}. Once that is mended, /daily resume in that channel lets it run again.", told);
        Assert.Contains($"Paused: {why}.", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);

        world.Fake.Mend();
        await world.TypeAsync(world.Anna, "/daily resume");
        Assert.Equal("Today's question is on its way.", await world.TypeAsync(world.Anna, "/daily now"));
        await Until.TrueAsync(() => world.Asked.Count == 1, "it is posted after all");
        Assert.Equal(1, (await world.RoundsAsync()).Single(r => r.Status != RoundStatus.Failed).Number);
    }

    [Fact]
    public async Task LongReason_IsCutToWhatIsKept()
    {
        var (world, host) = await GameWorld.StartAsync(StorageProvider.PostgreSql);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        world.Fake.Fail(new FakeFault(FakeOperation.Post, new ChatFailure(ChatFailureKind.Forbidden, new string('x', 5_000))));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains("Paused: I lack a permission in the channel (xxx", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reactions_Refused_AreToldAndTheRoundGoesOn()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        world.Fake.Fail(FakeOperation.AddReactions, ChatFailureKind.Forbidden);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(
            "I posted the question of the day in #general, but may not add reactions there (a switched-on fault).",
            PlainRendering.Of(world.Fake.ToldTo(world.Anna.Id)[^1].Content));
        await world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, "1️⃣");
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("Closed. 1 answer.", PlainRendering.Of(world.Asked[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionDeleted_StillGetsItsReveal()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        world.Fake.Delete(world.Asked[0].Ref);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Null(Assert.Single(world.Revealed).ReplyTo);
        Assert.DoesNotContain("Paused", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionDeletedBetweenEditAndReveal_PausesNothing()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        world.Fake.Fail(FakeOperation.Post, ChatFailureKind.MessageGone, times: 1);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Single(world.Revealed);
        Assert.DoesNotContain("Paused", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Away_LessThanTheQuestionIsOpen_CatchesUp()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:8h");
        await host.KillAsync();
        world.Time.Advance(TimeSpan.FromHours(5));
        var next = await world.StartHostAsync();
        await next.DueAsync();
        Assert.Contains("closes <2025-11-24 17:00:00>", PlainRendering.Of(Assert.Single(world.Asked).Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Away_ForDays_SaysWhichWereMissedInTheNextPostAndBreaksNoStreak()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, "1️⃣");
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        await host.KillAsync();
        world.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(5));
        var next = await world.StartHostAsync();
        await next.DueAsync();
        Assert.Single(world.Asked);
        await next.AdvanceAsync(TimeSpan.FromHours(17));
        Assert.Equal(2, world.Asked.Count);
        Assert.Contains("I was away on Tue 25 Nov, Wed 26 Nov and Thu 27 Nov, so there was no question. Nobody's streak is broken by that.", PlainRendering.Of(world.Asked[1].Content), StringComparison.Ordinal);
        await world.Fake.Members.ReactAsync(world.Ben, world.Asked[1].Ref, "1️⃣");
        await next.AdvanceAsync(TimeSpan.FromHours(9));
        Assert.Contains("🔥 Streaks: @Ben (2)", PlainRendering.Of(world.Revealed[1].Content), StringComparison.Ordinal);
        await next.AdvanceAsync(TimeSpan.FromHours(15));
        Assert.DoesNotContain("away", PlainRendering.Of(world.Asked[2].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChannelUnreachable_UntilTheRoundWouldBeOver_IsMissedAndTold()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        world.Fake.Fail(FakeOperation.Post, ChatFailureKind.Unavailable);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        world.Fake.Mend();
        await host.AdvanceAsync(TimeSpan.FromHours(22));
        Assert.Contains("I was away on Mon 24 Nov", PlainRendering.Of(Assert.Single(world.Asked).Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoHosts_OnOneDatabase_PostCloseAndCountOnce()
    {
        var (world, host) = await GameWorld.StartAsync(StorageProvider.PostgreSql);
        await using var _ = world;
        var other = await world.StartHostAsync();
        var channels = Enumerable.Range(0, 12).Select(i => world.Fake.AddChannel($"room{i}")).ToList();
        foreach (var channel in channels)
        {
            world.Time.Advance(TimeSpan.FromSeconds(2));
            await world.TypeAsync(world.Anna, "/daily set 09:00 UTC", channel);
        }

        world.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(host.DueAsync(), other.DueAsync(), host.DueAsync(), other.DueAsync());
        foreach (var channel in channels)
        {
            var asked = Assert.Single(world.Fake.In(channel));
            await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        }

        world.Time.Advance(TimeSpan.FromHours(8));
        await Task.WhenAll(host.DueAsync(), other.DueAsync(), host.DueAsync(), other.DueAsync());
        Assert.All(channels, c => Assert.Equal(2, world.Fake.In(c).Count));
        var scores = await world.ReadAsync(db => db.Scores.Where(s => s.Category == Engine.Scoring.Score.AllCategories).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(scores, s => Assert.Equal(12, s.Answered));
    }

    [Fact]
    public async Task ChannelGone_PausesOnceAndTellsWhoSetIt()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await world.Fake.Members.HandAsync(new Chat.Events.ChannelGone("e1", world.General, "the channel was archived"));
        Assert.Contains("is paused: the channel was archived.", PlainRendering.Of(world.Fake.ToldTo(world.Anna.Id)[^1].Content), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(world.Asked);
    }

    [Fact]
    public async Task NoQuestionLeft_PausesAndTells()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(), .. Asks.Choices(1, "views")]);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC category:views");
        File.Delete(Path.Combine(world.QuestionsPath, "test", "views.yaml"));
        host.Get<QuizBot.Questions.Live.QuestionLibrary>().Reload();
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains("is paused: there is no question in views to ask.", PlainRendering.Of(world.Fake.ToldTo(world.Anna.Id)[^1].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_RepeatOnlyWhenAllWereAskedAndCategoriesTakeTurns()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(3, "aa"), .. Asks.Choices(3, "bb"), .. Asks.Choices(3, "cc")]);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC close-after:1h");
        for (var day = 0; day < 18; day++)
        {
            Assert.Equal("Today's question is on its way.", await world.TypeAsync(world.Anna, "/daily now"));
            await Until.TrueAsync(() => world.Asked.Count == day + 1, "posted");
            await host.AdvanceAsync(TimeSpan.FromDays(1));
        }

        var asked = (await world.RoundsAsync()).Select(r => r.Question).ToList();
        Assert.Equal(18, asked.Count);
        Assert.Equal(9, asked.Take(9).Select(q => q.Id).Distinct().Count());
        Assert.Equal(9, asked.Skip(9).Select(q => q.Id).Distinct().Count());
        for (var i = 0; i < 18; i += 3)
            Assert.Equal(3, asked.Skip(i).Take(3).Select(q => q.Category).Distinct().Count());
    }
}
