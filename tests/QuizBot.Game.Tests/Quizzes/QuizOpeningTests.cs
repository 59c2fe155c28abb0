using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Quizzes;

/// <summary>A quiz is opened once, before its first question, whatever happens to the process or to the post.</summary>
public sealed class QuizOpeningTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task KilledWhileOpening_IsOpenedOnceAndThenAsks(bool happened)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        using var dying = new CancellationTokenSource();
        var hang = world.Fake.Hang(FakeOperation.Post, happened);
        var starting = host.Get<IChatEvents>().HandleAsync(new CommandTyped("e", world.General, world.Ben, "/quiz start questions:1"), dying.Token).AsTask();
        await Until.TrueAsync(() => hang.Waiting == 1, "the opening is being posted");
        await dying.CancelAsync();
        await host.KillAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        world.Fake.Mend();

        world.Time.Advance(TimeSpan.FromMinutes(10));
        var next = await world.StartHostAsync();
        await next.DueAsync();
        Assert.Equal(happened ? 1 : 0, world.Asked.Count);
        // Where nobody saw the opening, there is a lobby again.
        await next.AdvanceAsync(happened ? TimeSpan.Zero : Playing.Lobby);
        Assert.Collection(world.Posts, IsOpening, p => Assert.Contains("Question 1 of 1", PlainRendering.Of(p.Content), StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpeningThatFailsForNow_IsPostedBeforeTheFirstQuestion()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        world.Fake.Fail(FakeOperation.Post, ChatFailureKind.Unavailable, times: 2);
        Assert.StartsWith("The quiz begins.", await world.TypeAsync(world.Ben, "/quiz start questions:1"), StringComparison.Ordinal);
        await host.AdvanceAsync(Playing.Lobby);
        Assert.Empty(world.Posts);
        await host.AdvanceAsync(Playing.Lobby);
        IsOpening(Assert.Single(world.Posts));
        await host.AdvanceAsync(Playing.Lobby);
        Assert.Single(world.Asked);
    }

    [Fact]
    public async Task OpeningOfDoubtfulOutcome_IsNotPostedAgain()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        world.Fake.Fail(FakeOperation.Post, ChatFailureKind.Doubtful, times: 1, happened: true);
        await world.TypeAsync(world.Ben, "/quiz start questions:1");
        await host.AdvanceAsync(Playing.Lobby);
        Assert.Collection(world.Posts, IsOpening, p => Assert.NotEmpty(world.Asked));
    }

    [Fact]
    public async Task TwoHosts_ThatBothMissTheOpening_PostItOnce()
    {
        var (world, first) = await GameWorld.StartAsync(StorageProvider.PostgreSql);
        await using var _ = world;
        world.Fake.Fail(FakeOperation.Post, ChatFailureKind.Unavailable, times: 1);
        await world.TypeAsync(world.Ben, "/quiz start questions:1");
        var second = await world.StartHostAsync();
        var hang = world.Fake.Hang(FakeOperation.FindPost, happened: true);
        world.Time.Advance(Playing.Lobby);
        await first.BeginAsync();
        await second.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 2, "both look for it, and find nothing");
        world.Fake.Mend();
        await first.DueAsync();
        await second.DueAsync();
        IsOpening(Assert.Single(world.Posts));
    }

    [Fact]
    public async Task LobbyOfNoTime_OpensOnceAndFirst()
    {
        var world = await GameWorld.CreateAsync();
        await using var _ = world;
        world.Settings["Quiz:Lobby"] = "00:00:00";
        var host = await world.StartHostAsync();
        await world.TypeAsync(world.Ben, "/quiz start questions:1");
        await host.DueAsync();
        Assert.Collection(world.Posts, IsOpening, p => Assert.NotEmpty(world.Asked));
    }

    private static void IsOpening(FakeMessage message)
    {
        var text = PlainRendering.Of(message.Content);
        Assert.StartsWith("A quiz begins\n@Ben asks the team: 1 question from all categories, 20 seconds each.\nFirst question: ", text, StringComparison.Ordinal);
    }
}
