using QuizBot.Discord.Seam;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.Gateway;

namespace QuizBot.Discord.Tests.Client.Gateway;

/// <summary>Over the emulated Discord, in real time.</summary>
public sealed class GatewayTests
{
    private static CancellationToken Given => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_IsRun_ConnectsAndHearsItsGuilds()
    {
        await using var stage = await Stage.BeginAsync(before: d => d.AddGuild("Home"));
        await stage.ConnectAsync();

        var available = await stage.Events.NextAsync<GuildAvailable>();

        Assert.Equal(new GuildAvailable(stage.Discord.Guilds[0].Id, Joined: false, WasUnavailable: false), available);
        Assert.Equal(stage.Discord.ApplicationId, stage.Client.Identity!.ApplicationId);
        Assert.Equal(stage.Discord.Bot.Id, stage.Client.Identity.User.Id);
        Assert.Equal([stage.Discord.Guilds[0].Id], (await stage.Events.NextAsync<ShardConnected>()).Guilds!);
        Assert.True(stage.Client.IsConnected);
        var connection = Assert.Single(stage.Discord.Connections.All);
        Assert.True(connection.IsCompressed);
        Assert.Equal(Intents.Guilds | Intents.GuildMessageReactions, connection.Intents);
    }

    [Fact]
    public async Task Client_ManyGuilds_HearsOfEachOnce()
    {
        await using var stage = await Stage.BeginAsync(before: d =>
        {
            for (var i = 0; i < 500; i++)
                d.AddChannel(d.AddGuild($"Guild {i}"), "general");
        });
        await stage.ConnectAsync();

        await stage.Events.NthAsync<GuildAvailable>(500);

        Assert.Equal(stage.Discord.Guilds.Select(g => g.Id).Order(), stage.Events.Heard.OfType<GuildAvailable>().Select(g => g.Guild).Order());
    }

    [Fact]
    public async Task Connection_Cut_IsResumedAndWhatWasMissedIsHeardOnceAndInOrder()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, message) = await SettleAsync(stage);

        stage.Discord.Faults.DropConnections();
        for (var i = 0; i < 10; i++)
            _ = stage.Discord.React(member, message, Emoji(i));

        await stage.Events.NthAsync<ReactionHeard>(10);
        Assert.True((await stage.Events.NthAsync<ShardConnected>(2)).Resumed);
        _ = stage.Discord.React(member, message, Emoji(10));
        await stage.Events.NthAsync<ReactionHeard>(11);
        Assert.Equal(Enumerable.Range(0, 11).Select(Emoji), stage.Events.Heard.OfType<ReactionHeard>().Select(r => r.Emoji));
        Assert.True(stage.Discord.Connections.All[1].IsResumed);
    }

    [Fact]
    public async Task Connection_HalfOpen_IsFoundOutByItsHeartbeatsAndResumed()
    {
        await using var stage = await Stage.BeginAsync(new DiscordEmulatorOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(500) });
        var (member, message) = await SettleAsync(stage);

        stage.Discord.Faults.HalfOpenConnections();
        _ = stage.Discord.React(member, message, Emoji(1));

        Assert.Equal(Emoji(1), (await stage.Events.NextAsync<ReactionHeard>()).Emoji);
        Assert.True((await stage.Events.NthAsync<ShardConnected>(2)).Resumed);
    }

    [Theory]
    [InlineData("reconnect", true)]
    [InlineData("invalid, resumable", true)]
    [InlineData("invalid", false)]
    [InlineData("forgotten", false)]
    [InlineData("4000", true)]
    [InlineData("4009", false)]
    [InlineData("garbage", true)]
    [InlineData("no frame", true)]
    public async Task Connection_Lost_IsRenewed(string how, bool resumed)
    {
        await using var stage = await Stage.BeginAsync(new DiscordEmulatorOptions { LimitsIdentify = false });
        var (member, message) = await SettleAsync(stage);

        var faults = stage.Discord.Faults;
        switch (how)
        {
            case "reconnect":
                faults.AskReconnect();
                break;
            case "invalid, resumable":
                faults.InvalidateSessions(resumable: true);
                break;
            case "invalid":
                faults.InvalidateSessions(resumable: false);
                break;
            case "forgotten":
                faults.ForgetSessions();
                faults.DropConnections();
                break;
            case "garbage":
                faults.SendBinary(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0xFF, 0xFF });
                break;
            case "no frame":
                faults.SendRaw(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF });
                break;
            default:
                faults.CloseConnections(int.Parse(how, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }

        Assert.Equal(resumed, (await stage.Events.NthAsync<ShardConnected>(2)).Resumed);
        _ = stage.Discord.React(member, message, Emoji(1));
        await stage.Events.NextAsync<ReactionHeard>();
    }

    [Fact]
    public async Task Events_MakeNoSense_AreSkippedAndTheConnectionLives()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, message) = await SettleAsync(stage);
        stage.Discord.Faults.SendEvent("MESSAGE_REACTION_ADD", """{"user_id":"99999999999999999999999","message_id":"1","channel_id":"1","guild_id":"1","emoji":{"name":"x","id":null}}""");
        stage.Discord.Faults.SendEvent("INTERACTION_CREATE", """{"id":5}""");
        stage.Discord.Faults.SendEvent("EVENT_OF_NEXT_YEAR", """[1]""");
        stage.Discord.Faults.SendText("{half a fra");

        _ = stage.Discord.React(member, message, Emoji(1));

        await stage.Events.NextAsync<ReactionHeard>();
        Assert.Equal(3, stage.Log.All.Count(l => l.Line.Contains("make no sense", StringComparison.Ordinal)));
        Assert.Single(stage.Discord.Connections.All);
    }

    [Fact]
    public async Task Reactions_AddedRemovedAndCleared_AreHeard()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, message) = await SettleAsync(stage);

        _ = stage.Discord.React(member, message, "👍");
        _ = stage.Discord.Unreact(member, message, "👍");
        _ = stage.Discord.React(member, message, "1️⃣");
        _ = stage.Discord.ClearReactions(message, "1️⃣");
        _ = stage.Discord.ClearReactions(message);

        await stage.Events.NthAsync<ReactionsCleared>(2);
        var heard = stage.Events.Heard.OfType<ReactionHeard>().ToList();
        var guild = message.Channel.Guild!.Id;
        Assert.Equal(new ReactionHeard(guild, message.Channel.Id, message.Id, member.Id, "👍", IsCustom: false, Added: true) { Member = new DiscordUser(member.Id, "ada", IsBot: false) }, heard[0]);
        Assert.Equal(new ReactionHeard(guild, message.Channel.Id, message.Id, member.Id, "👍", IsCustom: false, Added: false), heard[1]);
        Assert.Equal(new ReactionsCleared(guild, message.Channel.Id, message.Id), await stage.Events.NextAsync<ReactionsCleared>());
    }

    [Fact]
    public async Task Guild_LosesTheBotInvitesItAgainAndHasAnOutage_IsHeard()
    {
        await using var stage = await Stage.BeginAsync();
        var (_, message) = await SettleAsync(stage);
        var guild = message.Channel.Guild!;

        _ = stage.Discord.RemoveBot(guild);
        Assert.Equal(new GuildLeft(guild.Id), await stage.Events.NextAsync<GuildLeft>());
        _ = stage.Discord.Invite(guild);
        Assert.Equal(new GuildAvailable(guild.Id, Joined: true, WasUnavailable: false), await stage.Events.NextAsync<GuildAvailable>(g => g.Joined));
        _ = stage.Discord.Faults.Outage(guild);
        Assert.Equal(new GuildUnavailable(guild.Id), await stage.Events.NextAsync<GuildUnavailable>());
        _ = stage.Discord.Faults.EndOutage(guild);
        Assert.Equal(new GuildAvailable(guild.Id, Joined: false, WasUnavailable: true), await stage.Events.NextAsync<GuildAvailable>(g => g.WasUnavailable));
        _ = stage.Discord.DeleteChannel(message.Channel);
        Assert.Equal(new ChannelDeleted(guild.Id, message.Channel.Id, IsThread: false), await stage.Events.NextAsync<ChannelDeleted>());
    }

    [Fact]
    public async Task Guild_RemovedTheBotWhileNobodyListened_IsLeft()
    {
        await using var stage = await Stage.BeginAsync(new DiscordEmulatorOptions { LimitsIdentify = false });
        var (_, message) = await SettleAsync(stage);
        var other = stage.Discord.AddGuild("Other");
        await stage.Events.NextAsync<GuildAvailable>(g => g.Guild == other.Id);
        stage.Discord.Faults.ForgetSessions();
        _ = stage.Discord.RemoveBot(other);
        stage.Discord.Faults.DropConnections();

        Assert.Equal(new GuildLeft(other.Id), await stage.Events.NextAsync<GuildLeft>());
        Assert.DoesNotContain(stage.Events.Heard, e => e is GuildLeft left && left.Guild == message.Channel.Guild!.Id);
    }

    [Fact]
    public async Task Shards_Several_HearTheirGuildsEach()
    {
        await using var stage = await Stage.BeginAsync(new DiscordEmulatorOptions { Shards = 3, MaxConcurrency = 16 }, before: d =>
        {
            for (var i = 0; i < 30; i++)
                d.AddGuild($"Guild {i}");
        });
        await stage.ConnectAsync();

        await stage.Events.NthAsync<ShardConnected>(3);
        await stage.Events.NthAsync<GuildAvailable>(30);

        var connected = stage.Events.Heard.OfType<ShardConnected>().ToList();
        Assert.All(stage.Events.Heard.OfType<GuildAvailable>(), g => Assert.Single(connected, c => c.Holds(g.Guild)));
        Assert.True(stage.Client.IsConnected);
    }

    [Fact]
    public async Task Stop_Connected_ClosesAsGoodbye()
    {
        await using var stage = await Stage.BeginAsync();
        await stage.ConnectAsync();

        await stage.StopAsync();

        var connection = stage.Discord.Connections.All[0];
        await connection.Ended.WaitAsync(Given);
        Assert.Equal(1000, connection.ClosedByClient);
    }

    [Fact]
    public async Task Token_Wrong_StopsWithTheRemedy()
    {
        await using var stage = await Stage.BeginAsync(change: o => o with { Token = new QuizBot.Discord.Client.DiscordToken("wrong.token.of-mine") });

        var refused = await Assert.ThrowsAsync<QuizBot.Chat.PlatformRefusedException>(stage.Run);

        Assert.Contains("Copy the token again", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong.token", refused + stage.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_SlowAndBusy_KeepsUp()
    {
        await using var stage = await Stage.BeginAsync();
        var (member, message) = await SettleAsync(stage);
        stage.Discord.Faults.SlowGateway = TimeSpan.FromMilliseconds(20);
        for (var i = 0; i < 1000; i++)
        {
            _ = stage.Discord.React(member, message, Emoji(1));
            _ = stage.Discord.Unreact(member, message, Emoji(1));
        }

        await stage.Events.NthAsync<ReactionHeard>(2000);

        Assert.Equal(Enumerable.Range(0, 2000).Select(i => i % 2 == 0), stage.Events.Heard.OfType<ReactionHeard>().Select(r => r.Added));
    }

    private static string Emoji(int number) => char.ConvertFromUtf32(0x1F600 + number);

    private static async Task<(Emulators.Discord.World.EmulatedMember Member, Emulators.Discord.World.EmulatedMessage Message)> SettleAsync(Stage stage)
    {
        var guild = stage.Discord.AddGuild("Home");
        var channel = stage.Discord.AddChannel(guild, "general");
        var member = stage.Discord.AddMember(guild, "ada");
        await stage.ConnectAsync();
        await stage.Events.NextAsync<GuildAvailable>();
        var posted = await stage.Client.PostAsync(channel.Id, new OutgoingMessage("?", [], []), Given);
        return (member, channel.Messages.Single(m => m.Id == posted.Value));
    }
}
