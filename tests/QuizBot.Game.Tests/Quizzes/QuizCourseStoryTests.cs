using QuizBot.Engine.Rounds;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Quizzes;

public sealed class QuizCourseStoryTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Restart_InMidRoundAndBetweenRounds_GoesOnWithWhatWasAnswered(StorageProvider provider)
    {
        var world = await GameWorld.CreateAsync(provider);
        await using var _ = world;
        var first = await world.StartHostAsync();
        await world.TypeAsync(world.Anna, "/quiz start questions:2 seconds:60");
        await world.PressLabelAsync(world.Ben, world.Posts[0], "Join");
        await first.AdvanceAsync(Playing.Lobby);
        await world.AnswerAsync(world.Anna);
        await first.DisposeAsync();

        world.Time.Advance(TimeSpan.FromSeconds(30));
        var second = await world.StartHostAsync();
        await second.DueAsync();
        Assert.Empty(world.Revealed);
        await world.AnswerAsync(world.Ben);
        await world.RevealAsync(second, 1);
        Assert.Contains("✅ All 2 were right: @Anna +15, @Ben +13", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
        await second.DisposeAsync();

        world.Time.Advance(TimeSpan.FromMinutes(10));
        var third = await world.StartHostAsync();
        await third.DueAsync();
        Assert.Equal(2, world.Asked.Count);
        Assert.Contains("Question 2 of 2", PlainRendering.Of(world.Asked[1].Content), StringComparison.Ordinal);
        await world.AnswerAsync(world.Anna, right: false);
        await world.AnswerAsync(world.Ben);
        await world.RevealAsync(third, 2);
        await third.AdvanceAsync(Playing.Pause);
        await third.AdvanceAsync(TimeSpan.FromMinutes(10));
        var board = Assert.Single(world.Posts, p => PlainRendering.Of(p.Content).StartsWith("Quiz over", StringComparison.Ordinal));
        Assert.Contains("🥇 | Ben | 28 | 2 of 2\n🥈 | Anna | 15 | 1 of 2", PlainRendering.Of(board.Content), StringComparison.Ordinal);
        Assert.Equal(6, world.Posts.Count);
    }

    [Fact]
    public async Task Lobby_LetsOthersInAndTheFirstQuestionComesAfterIt()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/quiz start models 2 30 easy");
        var opening = PlainRendering.Of(Assert.Single(world.Posts).Content);
        Assert.Contains("@Anna asks the team: 2 questions from The models, easy ones only, 30 seconds each.\nFirst question: <2025-11-24 08:00:08>.", opening, StringComparison.Ordinal);
        await host.AdvanceAsync(Playing.Lobby - TimeSpan.FromMilliseconds(1));
        Assert.Empty(world.Asked);
        await host.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        Assert.Single(world.Asked);
        // Late to join is no reason to stay away.
        Assert.Equal("You are in.", await world.PressLabelAsync(world.Ben, world.Posts[0], "Join"));
        Assert.Equal("You are in already.", await world.PressLabelAsync(world.Ben, world.Posts[0], "Join"));
    }

    [Fact]
    public async Task SecondQuiz_AfterTheFirst_CountsAfreshAndAsksOtherQuestions()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(6));
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:3", _ => true);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.PlayAloneAsync(host, world.Chen, "/quiz start questions:3", _ => false);
        var board = PlainRendering.Of(world.Posts[^1].Content);
        Assert.StartsWith("Quiz over\nNo points this time; the next quiz is a new chance.\n", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", board, StringComparison.Ordinal);
        Assert.Equal(6, (await world.RoundsAsync()).Select(r => r.Question.Id).Distinct().Count());
        Assert.Contains("🥇 | Ben | 45 | 3 of 3\n> 2. | Chen | 0 | 0 of 3", await world.TypeAsync(world.Chen, "/leaderboard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quizzes_OfTwoChannels_RunApart()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var side = world.Fake.AddChannel("side");
        await world.TypeAsync(world.Ben, "/quiz start questions:1 seconds:300");
        Assert.StartsWith("The quiz begins.", await world.TypeAsync(world.Ben, "/quiz start questions:1 seconds:300", side), StringComparison.Ordinal);
        Assert.StartsWith("There is a quiz in this channel already.", await world.TypeAsync(world.Anna, "/quiz start", side), StringComparison.Ordinal);
        await host.AdvanceAsync(Playing.Lobby);
        Assert.Equal("Stopped. The board follows.", await world.TypeAsync(world.Ben, "/quiz stop", side));
        await host.AdvanceAsync(Playing.Pause);
        Assert.StartsWith("The quiz is over after 1 question, and nobody answered.", PlainRendering.Of(world.Fake.In(side)[^1].Content), StringComparison.Ordinal);
        Assert.Equal(RoundStatus.Open, (await world.LastRoundAsync()).Status);
        Assert.StartsWith("Your answer: ", await world.AnswerAsync(world.Ben), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentRounds_BrokenByOneAnswer_CountAfresh()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(20));
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:20 seconds:10");
        await host.AdvanceAsync(Playing.Lobby);
        for (var round = 1; round <= 12; round++)
        {
            if (round == 3)
                await world.AnswerAsync(world.Ben);
            await host.AdvanceAsync(TimeSpan.FromSeconds(10));
            await host.AdvanceAsync(Playing.Pause);
        }

        Assert.Equal(6, world.Asked.Count);
        Assert.Contains("🥇 | Ben | 15 | 1 of 6", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_WithTies_RanksOneOneThree()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:1");
        await host.AdvanceAsync(Playing.Lobby);
        await world.AnswerAsync(world.Chen);
        await world.AnswerAsync(world.Anna);
        await world.AnswerAsync(world.Ben, right: false);
        await world.RevealAsync(host, 1);
        await host.AdvanceAsync(Playing.Pause);
        var board = PlainRendering.Of(world.Posts[^1].Content);
        Assert.Contains("Anna and Chen share the first place with 15 points.", board, StringComparison.Ordinal);
        Assert.Contains("🥇 | Anna | 15 | 1 of 1\n🥇 | Chen | 15 | 1 of 1\n3. | Ben | 0 | 0 of 1", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopWhileAQuestionIsBeingPosted_ClosesItAsSoonAsItStands()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:3 seconds:300");
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(Playing.Lobby);
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "the question is being posted");
        Assert.Equal("Stopped. The board follows.", await world.TypeAsync(world.Ben, "/quiz stop"));
        world.Fake.Mend();
        await world.RevealAsync(host, 1);
        await host.AdvanceAsync(Playing.Pause);
        Assert.StartsWith("The quiz is over after 1 question, and nobody answered.", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
        Assert.Single(world.Asked);
    }

    [Fact]
    public async Task StopByItsStarter_RevealsAtOnceAndTheBoardFollows()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:3 seconds:300");
        await world.PressLabelAsync(world.Chen, world.Posts[0], "Join");
        await host.AdvanceAsync(Playing.Lobby);
        await world.AnswerAsync(world.Ben);
        Assert.Contains("Only the member who started the quiz can do that", await world.TypeAsync(world.Chen, "/quiz stop"), StringComparison.Ordinal);
        Assert.Empty(world.Revealed);
        Assert.Equal("Stopped. The board follows.", await world.TypeAsync(world.Ben, "/quiz stop"));
        Assert.Single(world.Revealed);
        Assert.Contains("question is closed", await world.AnswerAsync(world.Chen), StringComparison.Ordinal);
        await host.DueAsync();
        Assert.Contains("🥇 | Ben | 15 | 1 of 1", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
        Assert.Single(world.Asked);
        Assert.StartsWith("There is no quiz in this channel now.", await world.TypeAsync(world.Ben, "/quiz skip"), StringComparison.Ordinal);
    }
}
