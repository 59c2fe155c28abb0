using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Game.Boards;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Boards;

/// <summary>Members who left a platform that tells nobody of it.</summary>
public sealed class PresenceTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task MemberWhoLeftUnheard_IsHiddenFromTheBoardAndReturns(StorageProvider provider)
    {
        var (world, host) = await ScoredAsync(provider);
        await using var _ = world;
        await LeaveUnheardAsync(world, world.Chen);
        Assert.DoesNotContain("Chen", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);

        world.Fake.Members.Enter(world.Chen.Id, world.Chen.Name);
        await host.AdvanceAsync(TimeSpan.FromHours(23));
        await AnswerAsync(world, world.Chen);
        Assert.Contains("| Chen | ", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_AreLookedUpOnceADay()
    {
        var (world, host) = await ScoredAsync();
        await using var _ = world;
        for (var i = 0; i < 3; i++)
            await world.TypeAsync(world.Ben, "/leaderboard all");
        // Whoever asks is there.
        Assert.Equal(1, world.Fake.Calls(FakeOperation.FindMember));
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await world.TypeAsync(world.Ben, "/leaderboard all");
        Assert.Equal(2, world.Fake.Calls(FakeOperation.FindMember));
    }

    [Fact]
    public async Task SlowLookUp_DelaysTheBoardNoMoreThanASecond_AndCountsTheNextTime()
    {
        var (world, _) = await ScoredAsync();
        await using var _2 = world;
        await LeaveUnheardAsync(world, world.Chen);
        var hang = world.Fake.Hang(FakeOperation.FindMember);
        var asked = world.TypeAsync(world.Ben, "/leaderboard all");
        await Until.TrueAsync(() => hang.Waiting == 1, "Chen is looked up");
        Assert.False(asked.IsCompleted);
        world.Time.Advance(CheckMembers.Patience);
        Assert.Contains("Chen", await asked, StringComparison.Ordinal);

        world.Fake.Mend();
        await Until.TrueAsync(() => world.ReadAsync(db => db.Members.AnyAsync(m => m.ExternalId == world.Chen.Id && m.Left, Cancellation)), "Chen has left");
        Assert.DoesNotContain("Chen", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookUpThatFails_HidesNobodyAndIsTriedAgain()
    {
        var (world, _) = await ScoredAsync();
        await using var _2 = world;
        world.Fake.Fail(FakeOperation.FindMember, ChatFailureKind.Unavailable, times: 1);
        Assert.Contains("Chen", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
        await LeaveUnheardAsync(world, world.Chen);
        Assert.DoesNotContain("Chen", await world.TypeAsync(world.Ben, "/leaderboard all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_OfAMemberWhoLeftUnheard_SaySo()
    {
        var (world, _) = await ScoredAsync();
        await using var _2 = world;
        await LeaveUnheardAsync(world, world.Chen);
        var stats = await world.TypeAsync(world.Ben, $"/stats <@{world.Chen.Id}>");
        Assert.Equal("Chen has left. What they earned is kept, and counts again when they come back.", stats);
        Assert.Contains("rank 1 of 1", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoardAndStats_AreTheWorkspaces_InAChannelThatNeverAsked()
    {
        var (world, _) = await ScoredAsync();
        await using var _2 = world;
        var other = world.Fake.AddChannel("other");
        Assert.Contains("| Chen | ", await world.TypeAsync(world.Ben, "/leaderboard all", other), StringComparison.Ordinal);
        Assert.Contains("rank 1 of 2", await world.TypeAsync(world.Ben, "/stats", other), StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Ben and Chen have points.
    private static async Task<(GameWorld World, GameHost Host)> ScoredAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AnswerAsync(world, world.Ben);
        await AnswerAsync(world, world.Chen);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        return (world, host);
    }

    private static async Task AnswerAsync(GameWorld world, ChatMember member) =>
        await world.Fake.Members.ReactAsync(member, world.Asked[^1].Ref, Emoji.Number((await world.RoundsAsync())[^1].RightChoice));

    private static async Task LeaveUnheardAsync(GameWorld world, ChatMember member)
    {
        world.Fake.Members.IsDeaf = true;
        await world.Fake.Members.LeaveAsync(member);
        world.Fake.Members.IsDeaf = false;
    }
}
