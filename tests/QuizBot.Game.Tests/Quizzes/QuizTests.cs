using QuizBot.Chat;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;
using Microsoft.EntityFrameworkCore;

namespace QuizBot.Game.Tests.Quizzes;

public sealed class QuizTests
{
    private static readonly TimeSpan Lobby = TimeSpan.FromSeconds(8), Pause = TimeSpan.FromSeconds(6), Round = TimeSpan.FromSeconds(20);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Quiz_PlayedToItsEnd_HasEachRoundARevealAndABoard(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider, Asks.Choices(4, difficulty: Engine.Questions.Difficulty.Hard));
        await using var _ = world;
        Assert.Equal("The quiz begins. You are in; the others join with the button, or by answering.", await world.TypeAsync(world.Anna, "/quiz start questions:2"));
        var opening = PlainRendering.Of(world.Posts[0].Content);
        Assert.Contains("@Anna asks the team: 2 questions from all categories, 20 seconds each.", opening, StringComparison.Ordinal);
        Assert.Equal("You are in.", await world.PressLabelAsync(world.Ben, world.Posts[0], "Join"));
        Assert.Equal("You are in already.", await world.PressLabelAsync(world.Ben, world.Posts[0], "Join"));
        Assert.Contains("There is a quiz in this channel already.", await world.TypeAsync(world.Ben, "/quiz start"), StringComparison.Ordinal);

        await host.AdvanceAsync(Lobby);
        Assert.Contains("Question 1 of 2", PlainRendering.Of(world.Asked[0].Content), StringComparison.Ordinal);
        Assert.Empty(world.Asked[0].Reactions);
        await AnswerAsync(world, world.Ben, right: true);
        world.Time.Advance(TimeSpan.FromSeconds(10));
        await AnswerAsync(world, world.Anna, right: true);
        await Until.TrueAsync(() => world.Revealed.Count == 1, "all who play have answered");
        await host.DueAsync();
        Assert.Contains("✅ All 2 were right: @Ben +45, @Anna +38", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);

        await host.AdvanceAsync(Pause);
        await AnswerAsync(world, world.Ben, right: false);
        await host.AdvanceAsync(Round);
        Assert.Equal(2, world.Revealed.Count);
        await host.AdvanceAsync(Pause);
        var board = PlainRendering.Of(world.Posts[^1].Content);
        Assert.StartsWith("Quiz over\nBen wins with 45 points.\nRank | Member | Points | Right\n🥇 | Ben | 45 | 1 of 2\n🥈 | Anna | 38 | 1 of 2", board, StringComparison.Ordinal);
        var count = world.Posts.Count;
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(count, world.Posts.Count);
        Assert.Contains("is over", await world.PressLabelAsync(world.Chen, world.Posts[0], "Join"), StringComparison.Ordinal);
        Assert.Contains("The quiz begins.", await world.TypeAsync(world.Ben, "/quiz start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_AtTheSameMoment_MakeOneQuiz()
    {
        var (world, _) = await GameWorld.StartAsync(StorageProvider.PostgreSql);
        await using var __ = world;
        var members = Enumerable.Range(0, 8).Select(i => world.Fake.Members.Enter($"M{i}", $"M{i}")).ToList();
        var replies = await Task.WhenAll(members.Select(m => world.TypeAsync(m, "/quiz start")));
        Assert.Single(replies, r => r.StartsWith("The quiz begins.", StringComparison.Ordinal));
        Assert.Equal(7, replies.Count(r => r.StartsWith("There is a quiz in this channel already.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answers_ChangedInTime_CountWithTheLastOnesTime()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(4, difficulty: Engine.Questions.Difficulty.Hard));
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/quiz start questions:1 seconds:20");
        await host.AdvanceAsync(Lobby);
        Assert.StartsWith("Your answer: ", await AnswerAsync(world, world.Ben, right: false), StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromSeconds(16));
        await AnswerAsync(world, world.Ben, right: true);
        await host.AdvanceAsync(TimeSpan.FromSeconds(4));
        Assert.Contains("1 of 1 right: @Ben +33", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tie_SharesTheFirstPlace()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/quiz start questions:1");
        await host.AdvanceAsync(Lobby);
        world.Time.Advance(TimeSpan.FromSeconds(19.99));
        await AnswerAsync(world, world.Ben, right: true);
        await AnswerAsync(world, world.Chen, right: true);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.AdvanceAsync(Pause);
        var board = PlainRendering.Of(world.Posts[^1].Content);
        Assert.Contains("Ben and Chen share the first place with 10 points.", board, StringComparison.Ordinal);
        Assert.Contains("🥇 | Ben | 10 | 1 of 1\n🥇 | Chen | 10 | 1 of 1", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyAtTheTop_AreCountedNotNamed()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/quiz start questions:1 seconds:300");
        await host.AdvanceAsync(Lobby);
        world.Time.Advance(TimeSpan.FromSeconds(299.99));
        for (var i = 0; i < 40; i++)
            await AnswerAsync(world, world.Fake.Members.Enter($"M{i}", new string((char)('a' + (i % 26)), 100)), right: true);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.AdvanceAsync(Pause);
        Assert.Contains("40 members share the first place with 10 points.", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
        Assert.Contains("and 25 others", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentQuiz_EndsByItself()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(20));
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/quiz start questions:20");
        await host.AdvanceAsync(Lobby);
        for (var i = 0; i < 10; i++)
        {
            await host.AdvanceAsync(Round);
            await host.AdvanceAsync(Pause);
        }

        Assert.Equal(3, world.Asked.Count);
        Assert.Equal("The quiz is over after 3 questions, and nobody answered. Another time: /quiz start.", PlainRendering.Of(world.Posts[^1].Content));
    }

    [Fact]
    public async Task FewerQuestionsThanAsked_AreAllThereAreAndSaidSo()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(2), .. Asks.Open(3)]);
        await using var _ = world;
        Assert.Contains("There are only 2 such questions", await world.TypeAsync(world.Anna, "/quiz start questions:10"), StringComparison.Ordinal);
        Assert.Contains("2 questions from all categories", PlainRendering.Of(world.Posts[0].Content), StringComparison.Ordinal);
        await host.AdvanceAsync(Lobby);
        for (var i = 0; i < 3; i++)
        {
            await host.AdvanceAsync(Round);
            await host.AdvanceAsync(Pause);
        }

        Assert.Equal(2, (await world.RoundsAsync()).Select(r => r.Question.Id).Distinct().Count());
        Assert.Contains("I have no question to ask", await world.TypeAsync(world.Anna, "/quiz start difficulty:hard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopAndSkip_AreForTheStarterAndManagers()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        Assert.Equal("There is no quiz in this channel now. /quiz start begins one.", await world.TypeAsync(world.Ben, "/quiz stop"));
        await world.TypeAsync(world.Ben, "/quiz start questions:3");
        Assert.Equal("No question is open at the moment. The next one comes by itself.", await world.TypeAsync(world.Ben, "/quiz skip"));
        const string refusal = "Only the member who started the quiz can do that, or someone who may manage this workspace.";
        Assert.Equal(refusal, await world.TypeAsync(world.Chen, "/quiz skip"));
        Assert.Equal(refusal, await world.TypeAsync(world.Chen, "/quiz stop"));
        await host.AdvanceAsync(Lobby);
        await AnswerAsync(world, world.Chen, right: true);
        Assert.Equal("Skipped. What was answered counts.", await world.TypeAsync(world.Ben, "/quiz skip"));
        Assert.Contains("@Chen", PlainRendering.Of(Assert.Single(world.Revealed).Content), StringComparison.Ordinal);
        await host.AdvanceAsync(Pause);
        Assert.Equal("Stopped. The board follows.", await world.TypeAsync(world.Anna, "/quiz stop"));
        Assert.Equal(2, world.Revealed.Count);
        await host.AdvanceAsync(Pause);
        Assert.Contains("Chen wins", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
        Assert.Equal(2, world.Asked.Count);
    }

    [Fact]
    public async Task StopInTheLobby_EndsItBeforeItBegan()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start");
        await world.TypeAsync(world.Ben, "/quiz stop");
        await host.DueAsync();
        Assert.Equal("The quiz is over before it began.", PlainRendering.Of(world.Posts[^1].Content));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Asked);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, FakeOperation.Post, false)]
    [InlineData(StorageProvider.Sqlite, FakeOperation.Post, true)]
    [InlineData(StorageProvider.PostgreSql, FakeOperation.Post, true)]
    public async Task KilledWhileARoundIsPosted_GoesOnWithIt(StorageProvider provider, FakeOperation at, bool happened)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:2");
        var hang = world.Fake.Hang(at, happened);
        world.Time.Advance(Lobby);
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "it hangs");
        await host.KillAsync();
        world.Fake.Mend();
        var next = await world.StartHostAsync();
        await next.Get<DoDueWork>().GiveUpOldClaimsAsync(TestContext.Current.CancellationToken);
        await next.DueAsync();
        Assert.Single(world.Asked);
        await AnswerAsync(world, world.Ben, right: true);
        await Until.TrueAsync(() => world.Revealed.Count == 1, "answered by all");
        await next.DueAsync();
        await next.AdvanceAsync(Pause);
        Assert.Equal(2, world.Asked.Count);
        await next.AdvanceAsync(Round);
        await next.AdvanceAsync(Pause);
        Assert.StartsWith("Quiz over", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KilledInMidRound_AndWhileTheBoardIsShown_GoesOnAndShowsOneBoard(bool happened)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:1");
        await host.AdvanceAsync(Lobby);
        await host.KillAsync();
        world.Time.Advance(TimeSpan.FromMinutes(5));
        var next = await world.StartHostAsync();
        await next.DueAsync();
        Assert.Single(world.Revealed);
        var hang = world.Fake.Hang(FakeOperation.Post, happened);
        world.Time.Advance(Pause);
        await next.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "the board hangs");
        await next.KillAsync();
        world.Fake.Mend();
        var last = await world.StartHostAsync();
        await last.Get<DoDueWork>().GiveUpOldClaimsAsync(TestContext.Current.CancellationToken);
        await last.DueAsync();
        Assert.Single(world.Posts, p => PlainRendering.Of(p.Content).StartsWith("The quiz is over", StringComparison.Ordinal));
        Assert.Equal(QuizStatus.Finished, await world.ReadAsync(db => db.Quizzes.Select(q => q.Status).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ChannelThatRefusesTheOpening_HasNoQuiz()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        world.Fake.Fail(FakeOperation.Post, ChatFailureKind.Forbidden);
        Assert.Equal("I cannot post in this channel: I lack a permission in the channel (a switched-on fault).", await world.TypeAsync(world.Ben, "/quiz start"));
        world.Fake.Mend();
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Posts);
        Assert.Contains("The quiz begins.", await world.TypeAsync(world.Ben, "/quiz start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChannelLostInTheMiddle_AbandonsTheQuiz()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:3");
        await host.AdvanceAsync(Lobby);
        world.Fake.RemoveChannel(world.General);
        await host.AdvanceAsync(Round);
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(QuizStatus.Abandoned, await world.ReadAsync(db => db.Quizzes.Select(q => q.Status).SingleAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(RoundStatus.Closed, Assert.Single(await world.RoundsAsync()).Status);
    }

    private static async Task<string> AnswerAsync(GameWorld world, ChatMember member, bool right)
    {
        var round = (await world.RoundsAsync()).Last(r => r.Status == RoundStatus.Open);
        return await world.PressAsync(member, world.Asked[^1], Actions.Choose(round.Id, right ? round.RightChoice : (round.RightChoice + 1) % 4));
    }
}
