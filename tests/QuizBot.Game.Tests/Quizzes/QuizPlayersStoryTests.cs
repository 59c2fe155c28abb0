using Microsoft.EntityFrameworkCore;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Engine.Questions;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Quizzes;

public sealed class QuizPlayersStoryTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task PlayerWhoIsAlone_ClosesEachRoundByAnswering(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:3 seconds:300", _ => true);
        Assert.Equal(3, world.Asked.Count);
        Assert.All(await world.RoundsAsync(), r => Assert.Equal(r.Opened, r.Closed));
    }

    [Fact]
    public async Task WhoeverJoined_IsWaitedForWhoeverOnlyLooksOnIsNot()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var side = world.Fake.AddChannel("side");
        await world.TypeAsync(world.Anna, "/quiz start questions:1 seconds:300");
        await world.TypeAsync(world.Chen, "/quiz start questions:1 seconds:300", side);
        Assert.Equal("You are in.", await world.PressLabelAsync(world.Ben, world.Posts[0], "Join"));
        await host.AdvanceAsync(Playing.Lobby);

        await world.AnswerAsync(world.Anna);
        // Answers are looked at in turn: once Chen's, alone, has closed the other channel's round, Anna's was looked at.
        await world.AnswerAsync(world.Chen, channel: side);
        await world.RevealAsync(host, 1, side);
        Assert.Empty(world.Revealed);
        await world.AnswerAsync(world.Ben);
        await world.RevealAsync(host, 1);
        Assert.Contains("✅ All 2 were right: @Anna +15, @Ben +15", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task PlayerWhoLetTwoRoundsPass_IsNotWaitedForUntilTheyAnswerAgain(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider, Asks.Choices(10));
        await using var _ = world;
        var second = TimeSpan.FromSeconds(1);
        await world.TypeAsync(world.Anna, "/quiz start questions:6 seconds:20");
        await world.PressLabelAsync(world.Ben, world.Posts[0], "Join");
        await host.AdvanceAsync(Playing.Lobby);
        for (var round = 1; round <= 2; round++)
        {
            await world.AnswerAsync(world.Anna);
            await host.AdvanceAsync(20 * second);
            await host.AdvanceAsync(Playing.Pause);
        }

        await world.AnswerAsync(world.Anna);
        await world.RevealAsync(host, 3);
        await host.AdvanceAsync(Playing.Pause);
        // Ben is back, and so is waited for in the round after.
        await world.AnswerAsync(world.Ben);
        await world.AnswerAsync(world.Anna);
        await world.RevealAsync(host, 4);
        await host.AdvanceAsync(Playing.Pause);
        await world.AnswerAsync(world.Anna);
        await host.AdvanceAsync(20 * second);

        var lengths = (await world.RoundsAsync()).Select(r => (r.Closed!.Value - r.Opened!.Value).TotalSeconds);
        Assert.Equal([20, 20, 0, 0, 20], lengths);
    }

    [Fact]
    public async Task Robot_NeitherJoinsNorAnswers()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var robot = world.Fake.Members.Robot;
        await world.TypeAsync(world.Ben, "/quiz start questions:1 seconds:300");
        Assert.Contains("nothing was recorded", await world.PressLabelAsync(robot, world.Posts[0], "Join"), StringComparison.Ordinal);
        await host.AdvanceAsync(Playing.Lobby);
        Assert.Contains("nothing was recorded", await world.AnswerAsync(robot), StringComparison.Ordinal);
        await world.AnswerAsync(world.Ben);
        await world.RevealAsync(host, 1);
        Assert.Contains("✅ 1 of 1 right: @Ben +15", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Difficulty.Easy, 20, 0, 15)]
    [InlineData(Difficulty.Easy, 20, 5, 14)]
    [InlineData(Difficulty.Medium, 20, 10, 25)]
    [InlineData(Difficulty.Hard, 60, 45, 34)]
    [InlineData(Difficulty.Hard, 60, 59.9, 30)]
    public async Task RightAnswer_EarnsUpToHalfAsMuchAgainForSpeed(Difficulty difficulty, int seconds, double taken, int points)
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(1, difficulty: difficulty));
        await using var _ = world;
        await world.TypeAsync(world.Ben, $"/quiz start questions:1 seconds:{seconds}");
        await world.PressLabelAsync(world.Chen, world.Posts[0], "Join");
        await host.AdvanceAsync(Playing.Lobby);
        Assert.Contains($"Up to {(int)difficulty * 5} more points for speed.", PlainRendering.Of(world.Asked[0].Content), StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromSeconds(taken));
        await world.AnswerAsync(world.Ben);
        await world.AnswerAsync(world.Chen, right: false);
        await world.RevealAsync(host, 1);
        Assert.Contains($"✅ 1 of 2 right: @Ben +{points}", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TypedRound_IsAnsweredInAFormAndClosesEarly()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Typed());
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start questions:1 seconds:300");
        await host.AdvanceAsync(Playing.Lobby);
        var action = world.Asked[0].Content.Blocks.OfType<ButtonsBlock>().Single().Buttons.Single().Action;
        var form = Assert.IsType<FormReply>(await world.Fake.Members.PressAsync(world.Ben, world.Asked[0].Ref, action));
        var side = world.Fake.AddChannel("side");
        var fields = new Dictionary<string, string> { ["answer"] = " HiddenWord1 " };
        Assert.Contains("nothing was recorded", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, side, form.Action, fields)), StringComparison.Ordinal);
        Assert.Equal("Your answer: “HiddenWord1”.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, fields)));
        await world.RevealAsync(host, 1);
        Assert.Contains("hiddenword1\n", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
        Assert.Contains("✅ 1 of 1 right: @Ben +30", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
        Assert.Contains("closed", PlainRendering.Of(await world.Fake.Members.PressAsync(world.Chen, world.Asked[0].Ref, action)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_ForgedForAnotherChannelsQuiz_JoinsNothing()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var side = world.Fake.AddChannel("side");
        await world.TypeAsync(world.Ben, "/quiz start questions:1 seconds:300");
        await world.TypeAsync(world.Chen, "/quiz start questions:1 seconds:300", side);
        var ids = await world.ReadAsync(db => db.Quizzes.OrderBy(q => q.Id).Select(q => q.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, ids.Count);
        Assert.StartsWith("That quiz is over.", await world.PressAsync(world.Anna, world.Posts[0], Actions.Join(ids[1])), StringComparison.Ordinal);
        Assert.StartsWith("That quiz is over.", await world.PressAsync(world.Anna, world.Posts[0], Actions.Join(99)), StringComparison.Ordinal);
        Assert.Contains("does not belong", await world.PressAsync(world.Anna, world.Posts[0], "join:-1"), StringComparison.Ordinal);
        Assert.Contains("does not belong", await world.PressAsync(world.Anna, world.Posts[0], "join:99999999999999999999"), StringComparison.Ordinal);
        Assert.Equal(2, await world.ReadAsync(db => db.Players.CountAsync(TestContext.Current.CancellationToken)));
        await host.AdvanceAsync(Playing.Lobby);
        await world.AnswerAsync(world.Chen, channel: side);
        await world.RevealAsync(host, 1, side);
    }
}
