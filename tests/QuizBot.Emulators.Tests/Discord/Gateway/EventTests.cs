using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Gateway;

public sealed class EventTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?v=10&encoding=json")]
    [InlineData("?v=10&encoding=json&compress=zlib-stream")]
    public async Task Ready_IsFollowedByEachGuild(string query)
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord, query: query);

        Assert.Equal(41_250, client.Hello.GetProperty("d").GetProperty("heartbeat_interval").GetInt32());
        Assert.Equal(town.Discord.GatewayUrl, client.Ready.GetProperty("resume_gateway_url").GetString());
        Assert.True(client.Ready.GetProperty("guilds")[0].GetProperty("unavailable").GetBoolean());
        var guild = await client.EventAsync("GUILD_CREATE");
        Assert.Equal(("Team", false), (guild.GetProperty("name").GetString(), guild.GetProperty("unavailable").GetBoolean()));
        Assert.Equal("general", guild.GetProperty("channels")[0].GetProperty("name").GetString());
        Assert.Equal($"{town.Discord.Bot.Id}", Assert.Single(guild.GetProperty("members").EnumerateArray()).GetProperty("user").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Guilds_AfterReady_ComeAtTheirPace()
    {
        await using var town = await Town.BuildAsync(new() { GuildPace = TimeSpan.FromSeconds(1), HeartbeatInterval = TimeSpan.FromDays(1) });
        town.Discord.AddGuild("Second");
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        var first = client.EventAsync("GUILD_CREATE");
        Assert.False(first.IsCompleted);

        while (!first.IsCompleted)
        {
            town.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("Team", (await first).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Events_WithoutTheirIntent_AreNotHeard()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord, Intents.Guilds);
        var message = town.Discord.Say(town.Ada, town.Channel, "x");

        Assert.False(await town.Discord.React(town.Ada, message, "✅"));
        Assert.False(await town.Discord.Leave(town.Ada));
        Assert.True(await town.Discord.Rename(town.Channel, "renamed"));
    }

    [Fact]
    public async Task Reaction_OfAMember_IsToldWithAllThatABotNeeds()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        var message = await town.PostAsync();

        Assert.True(await town.Discord.React(town.Ada, message, "1️⃣"));

        var added = await client.EventAsync("MESSAGE_REACTION_ADD");
        Assert.Equal(
            ($"{town.Ada.Id}", $"{message.Id}", $"{town.Channel.Id}", $"{town.Guild.Id}", "1️⃣", $"{town.Discord.Bot.Id}"),
            (added.GetProperty("user_id").GetString(), added.GetProperty("message_id").GetString(), added.GetProperty("channel_id").GetString(),
                added.GetProperty("guild_id").GetString(), added.GetProperty("emoji").GetProperty("name").GetString(), added.GetProperty("message_author_id").GetString()));
        Assert.False(added.GetProperty("member").GetProperty("user").TryGetProperty("bot", out _));
        await town.Discord.Unreact(town.Ada, message, "1️⃣");
        await client.EventAsync("MESSAGE_REACTION_REMOVE");
        await town.Discord.React(town.Ada, message, "1️⃣");
        await town.Discord.ClearReactions(message, "1️⃣");
        await client.EventAsync("MESSAGE_REACTION_REMOVE_EMOJI");
        await town.Discord.ClearReactions(message);
        await client.EventAsync("MESSAGE_REACTION_REMOVE_ALL");
    }

    [Fact]
    public async Task Reaction_OfABot_SaysSo()
    {
        await using var town = await Town.BuildAsync();
        var robot = town.Discord.AddMember(town.Guild, "robot", isBot: true);
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        var message = await town.PostAsync();

        await town.Discord.React(robot, message, "✅");

        Assert.True((await client.EventAsync("MESSAGE_REACTION_ADD")).GetProperty("member").GetProperty("user").GetProperty("bot").GetBoolean());
    }

    [Fact]
    public async Task Events_GoToTheShardOfTheirGuild()
    {
        await using var town = await Town.BuildAsync();
        var other = town.Discord.AddGuild("Other");
        await using var even = await GatewayClient.ConnectAsync(town.Discord, shard: [0, 2]);
        await using var odd = await GatewayClient.ConnectAsync(town.Discord, shard: [1, 2]);
        var (mine, theirs) = (town.Guild.Id >> 22) % 2 == 0 ? (even, odd) : (odd, even);

        Assert.Equal("Team", (await mine.EventAsync("GUILD_CREATE")).GetProperty("name").GetString());
        Assert.Equal("Other", (await theirs.EventAsync("GUILD_CREATE")).GetProperty("name").GetString());
        await town.Discord.Rename(other, "renamed");
        Assert.Equal("renamed", (await theirs.EventAsync("GUILD_UPDATE")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Channel_ThatTheBotCannotSee_IsSilent()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await town.Discord.SetOverwrites(town.Channel, new EmulatedOverwrite(town.Discord.Bot.Id, IsMember: true, Permissions.None, Permissions.ViewChannel));
        var message = town.Discord.Say(town.Ada, town.Channel, "x");

        Assert.False(await town.Discord.React(town.Ada, message, "✅"));
    }

    [Fact]
    public async Task Outage_AndRemoval_AreToldApart()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        await town.Discord.Faults.Outage(town.Guild);
        Assert.True((await client.EventAsync("GUILD_DELETE")).GetProperty("unavailable").GetBoolean());
        await town.Discord.Faults.EndOutage(town.Guild);
        await town.Discord.RemoveBot(town.Guild);
        Assert.False((await client.EventAsync("GUILD_DELETE")).TryGetProperty("unavailable", out _));
        await town.Discord.Invite(town.Guild);
        await client.EventAsync("GUILD_CREATE");
    }

    [Fact]
    public async Task Members_AreAskedForById()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        await client.SendAsync(new { op = 8, d = new { guild_id = $"{town.Guild.Id}", user_ids = new[] { $"{town.Ada.Id}", "5" }, nonce = "n" } });

        var chunk = await client.EventAsync("GUILD_MEMBERS_CHUNK");
        Assert.Equal("ada", Assert.Single(chunk.GetProperty("members").EnumerateArray()).GetProperty("user").GetProperty("username").GetString());
        Assert.Equal(("5", "n"), (chunk.GetProperty("not_found")[0].GetString(), chunk.GetProperty("nonce").GetString()));
        await client.SendAsync(new { op = 8, d = new { guild_id = $"{town.Guild.Id}", query = "", limit = 0 } });
        Assert.Equal(CloseCode.DisallowedIntents, await client.ClosedAsync());
    }

    [Fact]
    public async Task Record_OfAConnection_SaysWhatWentOverIt()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord, Intents.Guilds);
        await client.SendAsync(new { op = 1, d = client.Sequence });
        await client.OpcodeAsync(11);
        await client.CloseAsync(4000);

        var record = town.Discord.Connections.All.Single();
        await record.Ended.WaitAsync(Cancel);

        Assert.Equal((1, 4000, (int?)null, Intents.Guilds), (record.Heartbeats, record.ClosedByClient, record.ClosedByServer, record.Intents));
        Assert.Equal([2, 1], record.Received.All.Select(payload => payload.Opcode));
        Assert.True(record.Events >= 2);
    }
}
