using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;
using static QuizBot.Game.Tests.Harness.Answering;

namespace QuizBot.Game.Tests.Answers;

public sealed class ReactionTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task ButtonThenReaction_TheLaterCountsAndTheButtonIsConfirmedInPrivate(StorageProvider provider)
    {
        var (world, host, asked) = await OpenAsync(provider);
        await using var _ = world;
        var reply = await world.PressLabelAsync(world.Ben, asked, "2");
        Assert.StartsWith("Your answer: 2️⃣ ", reply, StringComparison.Ordinal);
        Assert.Contains("You may change it until it closes <2025-11-24 17:00:00>.", reply, StringComparison.Ordinal);
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "3️⃣");
        Assert.Equal(2, await ChoiceAsync(world, world.Ben));
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "3️⃣");
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("Closed. 1 answer.", PlainRendering.Of(asked.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondReaction_TakesTheFirstOffTheMessage()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        foreach (var emoji in new[] { "1️⃣", "2️⃣", "4️⃣" })
            await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, emoji);
        await host.Get<Lanes>().Running;
        Assert.Equal("4️⃣", StandingOf(world.Ben, asked));
        Assert.Equal(3, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task Button_AfterAReaction_TakesItOffTheMessage()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.PressLabelAsync(world.Ben, asked, "2");
        await host.Get<Lanes>().Running;
        Assert.Equal("", StandingOf(world.Ben, asked));
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task FirstReactionPutOnAgain_WhileItIsTakenOff_AnswerIsWhatStandsOnTheMessage(bool tellsOfOwnRemovals)
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        world.Fake.TellsOfOwnRemovals = tellsOfOwnRemovals;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        var hang = world.Fake.Hang(FakeOperation.RemoveReaction);
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "2️⃣");
        await Until.TrueAsync(() => hang.Waiting == 1, "the first is being taken off");
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
        world.Time.Advance(TimeSpan.FromMilliseconds(100));
        world.Fake.Mend();
        await host.Get<Lanes>().Running;
        Assert.Equal("2️⃣", StandingOf(world.Ben, asked));
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        // And nothing of it lingers.
        world.Time.Advance(TimeSpan.FromMilliseconds(100));
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await host.Get<Lanes>().Running;
        Assert.Equal("1️⃣", StandingOf(world.Ben, asked));
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task SecondReaction_IsRecordedWhileTheFirstCannotBeTakenOff()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        using var hang = world.Fake.Hang(FakeOperation.RemoveReaction);
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "2️⃣");
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        await Until.TrueAsync(() => hang.Waiting == 1, "the first is being taken off");
        Assert.Equal(2, asked.Reactions.Count(r => r.Member == world.Ben));
    }

    [Fact]
    public async Task RemovedReaction_WithoutAName_KeepsTheNameAndBringsNobodyBack()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.HandAsync(new MemberLeft("", world.Fake.Workspace, world.Ben.Id));
        await world.Fake.Members.HandAsync(new ReactionChanged(
            "", asked.Ref, new ChatMember(world.Ben.Id, "member 2") { NameIsProvisional = true }, "1️⃣", Added: false, long.MaxValue));
        Assert.Null(await ChoiceAsync(world, world.Ben));
        var kept = await world.ReadAsync(db => db.Members.SingleAsync(m => m.ExternalId == world.Ben.Id, TestContext.Current.CancellationToken));
        Assert.Equal((world.Ben.Name, true), (kept.Name, kept.Left));
    }

    [Fact]
    public async Task Reconciliation_OfReactionsThatStand_BringsNobodyBack()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.LeaveAsync(world.Ben);
        await host.Get<IChatEvents>().HandleAsync(new ConnectionRestored("", world.Fake.Name), TestContext.Current.CancellationToken);
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
        Assert.True(await world.ReadAsync(db => db.Members.AnyAsync(m => m.ExternalId == world.Ben.Id && m.Left, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SecondReaction_WhereNoneCanBeTakenOff_CountsAllTheSame()
    {
        var (world, _) = await GameWorld.StartAsync(removesReactions: false);
        await using var _2 = world;
        var asked = await AskAsync(world);
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "2️⃣");
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        Assert.Equal(0, world.Fake.Calls(FakeOperation.RemoveReaction));
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "2️⃣");
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task Reconcile_AfterAGap_TakesInWhatWasAddedAndRemoved()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        world.Fake.Members.IsDeaf = true;
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Chen, asked.Ref, "2️⃣");
        world.Time.Advance(TimeSpan.FromSeconds(1));
        world.Fake.Members.IsDeaf = false;
        await world.Fake.Members.HandAsync(new ConnectionRestored("", world.Fake.Name));
        Assert.Null(await ChoiceAsync(world, world.Ben));
        Assert.Equal(1, await ChoiceAsync(world, world.Chen));
    }

    [Fact]
    public async Task Reconcile_ThatCannotReadNow_ReadsLater()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        world.Fake.Members.IsDeaf = true;
        await world.Fake.Members.ReactAsync(world.Chen, asked.Ref, "2️⃣");
        world.Fake.Members.IsDeaf = false;
        world.Fake.Fail(FakeOperation.ListReactions, ChatFailureKind.Unavailable, times: 2);
        await world.Fake.Members.HandAsync(new ConnectionRestored("", world.Fake.Name));
        Assert.Empty(await AnswersAsync(world));
        await host.AdvanceAsync(TimeSpan.FromSeconds(31));
        await host.AdvanceAsync(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await ChoiceAsync(world, world.Chen));
        Assert.Equal(3, world.Fake.Calls(FakeOperation.ListReactions));
    }
}
