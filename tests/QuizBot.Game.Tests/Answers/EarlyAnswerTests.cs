using QuizBot.Game.Rounds;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;
using static QuizBot.Game.Tests.Harness.Answering;

namespace QuizBot.Game.Tests.Answers;

public sealed class EarlyAnswerTests
{
    [Fact]
    public async Task Answer_BeforeTheMessagesIdIsCommitted_Counts()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "posted, and the bot does not know yet");
        var reaction = world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, "1️⃣");
        var press = world.PressLabelAsync(world.Chen, world.Asked[0], "2");
        world.Fake.Mend();
        await reaction;
        Assert.StartsWith("Your answer: 2️⃣", await press, StringComparison.Ordinal);
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task Answer_WhileThePostDoesNotReturn_IsAcknowledgedInTimeAndItsReactionCounts()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "posted, and the bot does not know yet");
        var started = world.Time.GetUtcNow();
        var reaction = world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, "1️⃣");
        var press = world.PressLabelAsync(world.Chen, world.Asked[0], "2");
        await Until.TrueAsync(
            () =>
            {
                world.Time.Advance(TimeSpan.FromMilliseconds(50));
                return reaction.IsCompleted && press.IsCompleted;
            }, "both acknowledged while the post still hangs");
        Assert.Equal(1, hang.Waiting);
        Assert.True(world.Time.GetUtcNow() - started < TimeSpan.FromSeconds(3), "platforms wait 3 s");
        Assert.Equal("That question is only just being posted, so nothing was recorded. Please answer again in a moment.", await press);
        world.Fake.Mend();
        await Until.TrueAsync(async () => (await AnswersAsync(world)).Count == 1, "the reaction is read from the message");
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
        Assert.StartsWith("Your answer: 2️⃣", await world.PressLabelAsync(world.Chen, world.Asked[0], "2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAQuestionThatStands_DoesNotWaitForAnotherThatIsBeingPosted()
    {
        var (world, first, asked) = await OpenAsync();
        await using var _ = world;
        await first.DisposeAsync();
        // A host that has not heard of the question yet.
        var host = await world.StartHostAsync();
        await host.ConnectedAsync();
        await world.TypeAsync(world.Anna, "/quiz start");
        host.Get<ActiveRounds>().Forget(world.General, asked.Ref.Id);
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(Playing.Lobby);
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "the quiz's question is being posted");
        var press = world.PressLabelAsync(world.Chen, asked, "2").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.StartsWith("Your answer: 2️⃣", await press, StringComparison.Ordinal);
        Assert.Equal(1, hang.Waiting);
    }
}
