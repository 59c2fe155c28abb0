using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Tests.Adapter.Events;

public sealed class EventTests
{
    [Fact]
    public async Task Reaction_IsHandedInWithTheNameThatTheEventTells()
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(Reaction("1️⃣", added: true) with { Member = new DiscordUser(41, "Ann in the server", false) });
        await house.Client.HearAsync(Reaction("1️⃣", added: false));
        var heard = house.Script.Of<ReactionChanged>();
        Assert.Equal((Sample.MessageRef, new ChatMember("41", "Ann in the server"), "1️⃣", true), (heard[0].Message, heard[0].Member, heard[0].Emoji, heard[0].Added));
        Assert.Equal((new ChatMember("41", "member 41") { NameIsProvisional = true }, false), (heard[1].Member, heard[1].Added));
        Assert.True(heard[0].Order < heard[1].Order);
        Assert.Equal(house.Time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000, heard[0].Order);
    }

    [Fact]
    public async Task OwnReaction_ThatSomebodyTakesOff_IsABots()
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(Reaction("1️⃣", added: false) with { User = Sample.Self });
        Assert.True(Assert.Single(house.Script.Of<ReactionChanged>()).Member.IsBot);
    }

    [Theory]
    [InlineData("1️⃣", false, "1️⃣")]
    [InlineData("1\u20E3", false, "1️⃣")]
    [InlineData("🔟", false, "🔟")]
    [InlineData("🎉", false, "🎉")]
    [InlineData("#️⃣", false, "#️⃣")]
    [InlineData("blob", true, ":blob:")]
    [InlineData("1️⃣", true, ":1️⃣:")]
    public async Task Emoji_HasTheFormThatTheBotPosts(string heard, bool custom, string emoji)
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(Reaction(heard, added: true) with { IsCustom = custom });
        Assert.Equal(emoji, Assert.Single(house.Script.Of<ReactionChanged>()).Emoji);
    }

    [Fact]
    public async Task Reactions_FlowWhileTheirWritesWait_UpToABound()
    {
        await using var house = await RunningAsync();
        var writes = new TaskCompletionSource<ChatReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Script.Handle = (happened, _) => happened is ReactionChanged ? new(writes.Task) : new((ChatReply?)null);
        for (var i = 0; i < 4_096; i++)
            Assert.True(house.Client.HearAsync(Reaction("1️⃣", true)).IsCompletedSuccessfully);
        var oneTooMany = house.Client.HearAsync(Reaction("1️⃣", true));
        Assert.False(oneTooMany.IsCompleted);
        writes.SetResult(null);
        await oneTooMany;
        Assert.Equal(4_097, house.Script.Heard.Count);
        Assert.True(house.Script.Of<ReactionChanged>().Zip(house.Script.Of<ReactionChanged>().Skip(1)).All(p => p.First.Order < p.Second.Order));
    }

    [Fact]
    public async Task ReactionThatFaults_IsLoggedAndTheNextIsHandedIn()
    {
        await using var house = await RunningAsync();
        house.Script.Handle = async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("a fault");
        };
        await house.Client.HearAsync(Reaction("1️⃣", true));
        await house.Client.HearAsync(Reaction("2️⃣", true));
        await Until.TrueAsync(() => house.Log.Complaints.Count(l => l.Contains("handling a reaction faulted", StringComparison.Ordinal)) == 2, "both are logged");
    }

    [Fact]
    public async Task FreshShard_MustBeReconciled_AResumedOneNot()
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(new ShardConnected(0, 1, Resumed: true));
        await house.Client.HearAsync(new ShardConnected(0, 1, Resumed: false) { Guilds = [1, 2] });
        var restored = await RestoredAsync(house, 1);
        Assert.Equal(("discord", null), (restored[0].Platform, restored[0].Workspaces));
        await house.Client.HearAsync(new ShardConnected(1, 2, Resumed: false) { Guilds = [1, 2] });
        Assert.Equal(["1", "2"], (await RestoredAsync(house, 2))[1].Workspaces);
    }

    [Fact]
    public async Task ReconcilingTakesLong_WhatComesMeanwhileMakesItRunOnceMore()
    {
        await using var house = await RunningAsync();
        var reading = new TaskCompletionSource<ChatReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Script.Handle = (_, _) => new(reading.Task);
        for (var i = 0; i < 5; i++)
            await house.Client.HearAsync(new ReactionsCleared(Sample.Guild, Sample.Channel, Sample.Message));
        // Another guild waits for none of this.
        await house.Client.HearAsync(new ReactionsCleared(4, 5, 6));
        await RestoredAsync(house, 2);
        reading.SetResult(null);
        var restored = await RestoredAsync(house, 3);
        await house.StopAsync();
        Assert.Equal(3, house.Script.Of<ConnectionRestored>().Count);
        Assert.Equal(2, restored.Count(r => r.Workspaces!.Single() == $"{Sample.Guild}"));
    }

    [Fact]
    public async Task GuildBackFromAnOutage_MustBeReconciled_OneAtTheStartNot()
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(new GuildAvailable(Sample.Guild, Joined: false, WasUnavailable: false));
        await house.Client.HearAsync(new GuildAvailable(Sample.Guild, Joined: false, WasUnavailable: true));
        Assert.Equal([$"{Sample.Guild}"], Assert.Single(await RestoredAsync(house, 1)).Workspaces!);
    }

    [Fact]
    public async Task Invitation_IsGreetedWhereTheBotMayPost()
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(new GuildAvailable(Sample.Guild, Joined: true, WasUnavailable: false));
        await Until.TrueAsync(() => house.Script.Of<BotInvited>().Count == 1, "it greets");
        Assert.Equal(Sample.ChannelRef, house.Script.Of<BotInvited>()[0].Channel);

        // Not where Discord greets, if that is closed; not in a voice channel.
        house.Client.Channels[0] = house.Client.Channels[0] with { Overwrites = [new(Sample.Guild, false, 0, DiscordPermission.SendMessages.Bit)] };
        house.Client.Channels.Add(new DiscordChannel(98, Sample.Guild, 2, "voice", null, []));
        house.Client.Channels.Add(new DiscordChannel(99, Sample.Guild, 0, "quiz", null, []));
        await house.Client.HearAsync(new GuildAvailable(Sample.Guild, Joined: true, WasUnavailable: false));
        await Until.TrueAsync(() => house.Script.Of<BotInvited>().Count == 2, "it greets elsewhere");
        Assert.Equal("99", house.Script.Of<BotInvited>()[1].Channel.Id);

        house.Client.Channels.RemoveAt(2);
        await house.Client.HearAsync(new GuildAvailable(Sample.Guild, Joined: true, WasUnavailable: false));
        await Until.TrueAsync(() => house.Log.Complaints.Any(l => l.Contains("could not be greeted: no text channel", StringComparison.Ordinal)), "it says so");
    }

    [Fact]
    public async Task WhatIsGone_IsHandedIn()
    {
        await using var house = await RunningAsync();
        await house.Client.HearAsync(new ChannelDeleted(Sample.Guild, Sample.Channel, IsThread: false));
        await house.Client.HearAsync(new ChannelDeleted(Sample.Guild, 99, IsThread: true));
        await house.Client.HearAsync(new GuildLeft(Sample.Guild));
        await Until.TrueAsync(() => house.Script.Heard.Count == 3, "all are handed in");
        Assert.Equal(
            [(Sample.ChannelRef, "the channel was deleted"), (DiscordIds.Channel(Sample.Guild, 99), "the thread was deleted")],
            house.Script.Of<ChannelGone>().Select(g => (g.Channel, g.Reason)).OrderBy(g => g.Reason));
        Assert.Equal(Sample.ChannelRef.Workspace, Assert.Single(house.Script.Of<WorkspaceGone>()).Workspace);
    }

    [Fact]
    public async Task Stop_WaitsForWhatIsInFlight_ButNotForEver()
    {
        var house = await RunningAsync();
        var slow = new TaskCompletionSource<ChatReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Script.Handle = (_, token) => new(slow.Task.WaitAsync(token));
        await house.Client.HearAsync(new GuildLeft(Sample.Guild));
        await Until.TrueAsync(() => house.Script.Heard.Count == 1, "it is being handled");
        var stopping = house.StopAsync();
        Assert.False(stopping.IsCompleted);
        await Until.TrueAsync(() =>
        {
            house.Time.Advance(TimeSpan.FromSeconds(1));
            return stopping.IsCompleted;
        }, "it has stopped");
        Assert.Contains(house.Log.Complaints, l => l.Contains("a removal from a server was not finished before the stop", StringComparison.Ordinal));
        await house.DisposeAsync();
    }

    private static async Task<AdapterHouse> RunningAsync()
    {
        var house = new AdapterHouse();
        await house.RunAsync();
        return house;
    }

    private static async Task<IReadOnlyList<ConnectionRestored>> RestoredAsync(AdapterHouse house, int count)
    {
        await Until.TrueAsync(() => house.Script.Of<ConnectionRestored>().Count >= count, "it is handed in");
        return house.Script.Of<ConnectionRestored>();
    }

    private static ReactionHeard Reaction(string emoji, bool added) =>
        new(Sample.Guild, Sample.Channel, Sample.Message, Sample.Ann.Id, emoji, IsCustom: false, added);
}
