using System.Net.WebSockets;
using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Gateway;

public sealed class GatewayFaultTests
{
    [Fact]
    public async Task Reconnect_IsAskedFor()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        Assert.Equal(1, town.Discord.Faults.AskReconnect());

        await client.OpcodeAsync(7);
    }

    [Fact]
    public async Task Heartbeat_IsAskedFor()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        town.Discord.Faults.AskHeartbeat();

        await client.OpcodeAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_DeclaredInvalid_IsResumedOnTheSameConnectionOrNot(bool resumable)
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        town.Discord.Faults.InvalidateSessions(resumable);
        Assert.Equal(resumable, (await client.OpcodeAsync(9)).GetBoolean());

        await client.ResumeAsync(client.SessionId, client.Sequence);

        if (resumable)
            await client.EventAsync("RESUMED");
        else
            Assert.False((await client.OpcodeAsync(9)).GetBoolean());
    }

    [Fact]
    public async Task HalfOpen_Connection_NeitherSendsNorHears()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.EventAsync("GUILD_CREATE");
        town.Discord.Faults.HalfOpenConnections();
        var delivery = town.Discord.Rename(town.Channel, "unheard");
        await client.SendAsync(new { op = 1, d = client.Sequence });
        var silence = client.ReceiveAsync();

        await using var second = await GatewayClient.OpenAsync(town.Discord);
        await second.ResumeAsync(client.SessionId, client.Sequence);

        Assert.Equal("unheard", (await second.EventAsync("CHANNEL_UPDATE")).GetProperty("name").GetString());
        Assert.True(await delivery);
        Assert.False(silence.IsCompleted);
        Assert.Equal(0, town.Discord.Connections.All[0].Heartbeats);
    }

    [Fact]
    public async Task Dropped_Connection_EndsWithoutAClose()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.EventAsync("GUILD_CREATE");

        town.Discord.Faults.DropConnections();

        await Assert.ThrowsAnyAsync<WebSocketException>(client.ReceiveAsync);
        Assert.Null(town.Discord.Connections.All[0].ClosedByServer);
    }

    [Fact]
    public async Task Event_Duplicated_ComesTwice()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        town.Discord.Faults.SpoilEvents(EventFaultKind.Duplicated, "CHANNEL_UPDATE");

        await town.Discord.Rename(town.Channel, "twice");

        Assert.Equal("twice", (await client.EventAsync("CHANNEL_UPDATE")).GetProperty("name").GetString());
        Assert.Equal("twice", (await client.EventAsync("CHANNEL_UPDATE")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Event_Reordered_IsOvertakenByTheNext()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        town.Discord.Faults.SpoilEvents(EventFaultKind.Reordered, "CHANNEL_UPDATE");

        _ = town.Discord.Rename(town.Channel, "first");
        _ = town.Discord.Rename(town.Channel, "second");

        Assert.Equal("second", (await client.EventAsync("CHANNEL_UPDATE")).GetProperty("name").GetString());
        Assert.Equal("first", (await client.EventAsync("CHANNEL_UPDATE")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Event_Delayed_ComesOnTheClock()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.EventAsync("GUILD_CREATE");
        town.Discord.Faults.SpoilEvents(EventFaultKind.Delayed, "CHANNEL_UPDATE", delay: TimeSpan.FromSeconds(10));
        _ = town.Discord.Rename(town.Channel, "late");
        await town.Discord.Rename(town.Guild, "in time");
        Assert.Equal("in time", (await client.EventAsync("GUILD_UPDATE")).GetProperty("name").GetString());

        town.Time.Advance(TimeSpan.FromSeconds(10));

        await client.EventAsync("CHANNEL_UPDATE");
    }

    [Fact]
    public async Task Event_Lost_NeverComes()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        town.Discord.Faults.SpoilEvents(EventFaultKind.Lost);

        Assert.False(await town.Discord.Rename(town.Channel, "lost"));
        Assert.True(await town.Discord.Rename(town.Channel, "heard"));
        Assert.Equal("heard", (await client.EventAsync("CHANNEL_UPDATE")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Slow_Connection_WritesOnTheClock()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.EventAsync("GUILD_CREATE");
        town.Discord.Faults.SlowGateway = TimeSpan.FromSeconds(1);
        var written = town.Discord.Rename(town.Channel, "slow").WrittenAsync(TestContext.Current.CancellationToken);
        Assert.False(written.IsCompleted);

        while (!written.IsCompleted)
        {
            town.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await client.EventAsync("CHANNEL_UPDATE");
    }

    [Fact]
    public async Task Garbage_OfEveryKind_IsSentAsItIs()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.EventAsync("GUILD_CREATE");

        town.Discord.Faults.SendText("{\"op\": 0, \"t\": \"UNFINISHED");
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(client.ReceiveAsync);
        town.Discord.Faults.SendEvent("NEW_THING", """{"a": [1]}""");
        Assert.Equal(1, (await client.EventAsync("NEW_THING")).GetProperty("a")[0].GetInt32());
        town.Discord.Faults.SendText("{\"op\": 77, \"filler\": \"" + new string('x', 1 << 20) + "\"}");
        Assert.Equal(77, (await client.ReceiveAsync()).GetProperty("op").GetInt32());
        town.Discord.Faults.SendRaw(Enumerable.Repeat((byte)0xFF, 32).ToArray());
        await Assert.ThrowsAnyAsync<WebSocketException>(client.ReceiveAsync);
    }

    [Fact]
    public async Task Garbage_InADeflateStream_CannotBeInflated()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord, query: "?v=10&encoding=json&compress=zlib-stream");
        await client.EventAsync("GUILD_CREATE");

        town.Discord.Faults.SendBinary(new byte[] { 0x12, 0x34, 0x56, 0x78, 0, 0, 0xFF, 0xFF });

        await Assert.ThrowsAnyAsync<Exception>(client.ReceiveAsync);
    }

    [Fact]
    public async Task Resume_Url_CanPointElsewhere()
    {
        await using var town = await Town.BuildAsync(new() { ResumeGatewayUrl = "ws://elsewhere.invalid" });
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        Assert.Equal("ws://elsewhere.invalid", client.Ready.GetProperty("resume_gateway_url").GetString());
    }

    [Theory]
    [InlineData(4008)]
    [InlineData(4014)]
    public async Task Close_ComesWithTheCodeThatWasAskedFor(int code)
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        town.Discord.Faults.CloseConnections(code);

        Assert.Equal(code, await client.ClosedAsync());
    }
}
