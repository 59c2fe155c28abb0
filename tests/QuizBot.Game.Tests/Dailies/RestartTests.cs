using Microsoft.EntityFrameworkCore;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Dailies;

/// <summary>The process is killed in every state of a round: there is one post, one reveal, and points are counted once.</summary>
public sealed class RestartTests
{
    public static TheoryData<StorageProvider, FakeOperation, bool> States()
    {
        var states = new TheoryData<StorageProvider, FakeOperation, bool>();
        foreach (var provider in new[] { StorageProvider.Sqlite, StorageProvider.PostgreSql })
        {
            foreach (var happened in new[] { false, true })
            {
                states.Add(provider, FakeOperation.Post, happened);
                states.Add(provider, FakeOperation.AddReactions, happened);
            }
        }

        return states;
    }

    [Theory, MemberData(nameof(States))]
    public async Task KilledWhilePosting_OnePostOneReveal(StorageProvider provider, FakeOperation at, bool happened)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        var hang = world.Fake.Hang(at, happened);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "it hangs");
        await host.KillAsync();
        world.Fake.Mend();

        var next = await world.StartHostAsync();
        await next.Get<DoDueWork>().GiveUpOldClaimsAsync(TestContext.Current.CancellationToken);
        await FinishAsync(world, next);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, FakeOperation.Edit, false)]
    [InlineData(StorageProvider.Sqlite, FakeOperation.Edit, true)]
    [InlineData(StorageProvider.Sqlite, FakeOperation.Post, false)]
    [InlineData(StorageProvider.Sqlite, FakeOperation.Post, true)]
    [InlineData(StorageProvider.PostgreSql, FakeOperation.Post, true)]
    public async Task KilledWhileClosing_OneRevealPointsOnce(StorageProvider provider, FakeOperation at, bool happened)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AnswerRightAsync(world);
        var hang = world.Fake.Hang(at, happened);
        world.Time.Advance(TimeSpan.FromHours(8));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "it hangs");
        await host.KillAsync();
        world.Fake.Mend();

        // Nobody gives the claim up for it: it runs out.
        var next = await world.StartHostAsync();
        await next.AdvanceAsync(TimeSpan.FromMinutes(3));
        await CheckAsync(world);
    }

    [Fact]
    public async Task KilledBetweenClosingAndCounting_CountsOnce()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AnswerRightAsync(world);
        world.Time.Advance(TimeSpan.FromHours(8));
        await using (var transaction = await world.Database.Database.WriteAsync(TestContext.Current.CancellationToken))
        {
            var round = await transaction.TakeRoundAsync((await world.RoundsAsync())[0].Id, TestContext.Current.CancellationToken);
            round!.BeginClosing(NodaTime.Instant.FromDateTimeOffset(world.Time.GetUtcNow()));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await host.KillAsync();
        var next = await world.StartHostAsync();
        await next.DueAsync();
        await CheckAsync(world);
    }

    [Fact]
    public async Task AnswersGivenWhileDown_ThroughTheClose_Count()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.KillAsync();
        world.Fake.Members.IsDeaf = true;
        await AnswerRightAsync(world);
        world.Time.Advance(TimeSpan.FromHours(9));
        world.Fake.Members.IsDeaf = false;
        var next = await world.StartHostAsync();
        await next.DueAsync();
        await CheckAsync(world);
    }

    private static async Task FinishAsync(GameWorld world, GameHost host)
    {
        await host.DueAsync();
        Assert.Equal(4, Assert.Single(world.Asked).Reactions.Count);
        await AnswerRightAsync(world);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        await CheckAsync(world);
    }

    private static async Task AnswerRightAsync(GameWorld world)
    {
        var round = Assert.Single(await world.RoundsAsync());
        await world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, Messages.Emoji.Number(round.RightChoice));
    }

    private static async Task CheckAsync(GameWorld world)
    {
        Assert.Single(world.Asked);
        Assert.Contains("1 of 1 right: @Ben +10", PlainRendering.Of(Assert.Single(world.Revealed).Content), StringComparison.Ordinal);
        var round = Assert.Single(await world.RoundsAsync());
        Assert.Equal((RoundStatus.Closed, world.Revealed[0].Ref.Id), (round.Status, round.RevealId));
        var scores = await world.ReadAsync(db => db.Scores.Where(s => s.Category == Score.AllCategories).ToListAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(scores);
        Assert.All(scores, s => Assert.Equal((10, 1, 1), (s.Points, s.Answered, s.Right)));
    }
}
