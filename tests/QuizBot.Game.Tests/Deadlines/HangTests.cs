using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Deadlines;

/// <summary>A platform that hangs delays nobody else, and itself no longer than it must.</summary>
public sealed class HangTests
{
    [Theory]
    [InlineData(FakeOperation.Post)]
    [InlineData(FakeOperation.AddReactions)]
    public async Task PlatformThatHangs_DelaysNoOther(FakeOperation at)
    {
        await using var world = await GameWorld.CreateAsync();
        var other = new FakePlatform(world.Time, "other");
        world.MorePlatforms.Add(other);
        var host = await world.StartHostAsync();
        await Until.TrueAsync(() => other.IsConnected, "connected");
        // More than a lane holds.
        var stuck = Enumerable.Range(0, 40).Select(i => world.Fake.AddChannel($"stuck{i}")).ToList();
        foreach (var channel in stuck)
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h", channel);
        }

        await other.Members.TypeAsync(other.Members.Anna, other.General, "/daily set 09:00 UTC close-after:1h");
        var hang = world.Fake.Hang(at);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 32, "the lane is full");
        await Until.TrueAsync(() => other.In(other.General) is [{ Reactions.Count: 4 }], "the other posts");
        await other.Members.ReactAsync(other.Members.Ben, other.In(other.General)[0].Ref, "1️⃣");

        hang = world.Fake.Hang(FakeOperation.Edit);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => other.In(other.General).Count == 2, "the other closes");
        world.Fake.Mend();
    }

    [Fact]
    public async Task PlatformThatHangs_DelaysNoOthersQuiz()
    {
        await using var world = await GameWorld.CreateAsync();
        var other = new FakePlatform(world.Time, "other");
        world.MorePlatforms.Add(other);
        var host = await world.StartHostAsync();
        await Until.TrueAsync(() => other.IsConnected && world.Fake.IsConnected, "connected");
        await world.TypeAsync(world.Ben, "/quiz start");
        await other.Members.TypeAsync(other.Members.Ben, other.General, "/quiz start");
        await host.AdvanceAsync(TimeSpan.FromSeconds(8));
        var hang = world.Fake.Hang(FakeOperation.Edit);
        foreach (var fake in new[] { world.Fake, other })
        {
            var asked = fake.In(fake.General)[^1];
            var round = (await world.RoundsAsync()).Single(r => r.Status == RoundStatus.Open && r.MessageId == asked.Ref.Id && fake.In(fake.General).Any(m => m.Key == r.PostKey));
            await fake.Members.PressAsync(fake.Members.Ben, asked.Ref, Actions.Choose(round.Id, round.RightChoice));
            if (fake == world.Fake)
                await Until.TrueAsync(() => hang.Waiting == 1, "the early close hangs");
        }

        await Until.TrueAsync(() => other.In(other.General).Any(m => m.Key?.EndsWith('r') == true), "the other reveals");
    }

    [Fact]
    public async Task PostThatHangs_IsGivenUpAndFoundLater()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "it hangs");
        world.Time.Advance(TimeSpan.FromSeconds(61));
        await Until.TrueAsync(() => hang.Waiting == 0, "it is given up");
        world.Fake.Mend();
        await host.DueAsync();
        Assert.Equal(RoundStatus.Posting, Assert.Single(await world.RoundsAsync()).Status);
        await host.AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.Single(world.Asked);
        Assert.Equal(RoundStatus.Open, Assert.Single(await world.RoundsAsync()).Status);
    }

    [Fact]
    public async Task LongQueue_RenewsItsClaimsInsteadOfLookingForPosts()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        for (var i = 0; i < 40; i++)
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await world.TypeAsync(world.Anna, "/daily set 09:00 UTC", world.Fake.AddChannel($"room{i}"));
        }

        var hang = world.Fake.Hang(FakeOperation.Post);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 32, "the lane is full");
        // The first 32 are given up after a minute; the other 8 come to their turn with an old claim.
        world.Time.Advance(TimeSpan.FromSeconds(61));
        await Until.TrueAsync(() => hang.Waiting == 8, "the others have their turn");
        world.Fake.Mend();
        await Until.TrueAsync(async () => (await world.RoundsAsync()).Count(r => r.Status == RoundStatus.Open) == 8, "they are posted");
        Assert.Equal(0, world.Fake.Calls(FakeOperation.FindPost));
        await host.AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.All(await world.RoundsAsync(), r => Assert.Equal(RoundStatus.Open, r.Status));
        Assert.Equal(40, world.Fake.Messages.Count(m => m.Key?.Length == 16));
    }

    [Fact]
    public async Task Skip_WhoseCallerGivesUp_StillCloses()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Ben, "/quiz start");
        await host.AdvanceAsync(TimeSpan.FromSeconds(8));
        var hang = world.Fake.Hang(FakeOperation.Edit);
        using var impatient = new CancellationTokenSource();
        var events = host.Get<IChatEvents>();
        var skip = events.HandleAsync(new Chat.Events.CommandTyped("e", world.General, world.Ben, "/quiz skip"), impatient.Token).AsTask();
        await Until.TrueAsync(() => hang.Waiting == 1, "the close hangs");
        await impatient.CancelAsync();
        world.Fake.Mend();
        await skip;
        Assert.Single(world.Revealed);
    }
}
