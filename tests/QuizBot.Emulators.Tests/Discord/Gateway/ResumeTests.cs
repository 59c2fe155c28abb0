using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Gateway;

public sealed class ResumeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resume_AfterADrop_BringsWhatWasMissedInOrder()
    {
        await using var town = await Town.BuildAsync();
        var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.EventAsync("GUILD_CREATE");
        var message = await town.PostAsync();
        await client.EventAsync("MESSAGE_CREATE");
        await DropAsync(town, client);
        var delivery = town.Discord.React(town.Ada, message, "1️⃣");
        _ = town.Discord.React(town.Ada, message, "2️⃣");

        await using var second = await GatewayClient.OpenAsync(town.Discord);
        await second.ResumeAsync(client.SessionId, client.Sequence);

        Assert.Equal("1️⃣", (await second.EventAsync("MESSAGE_REACTION_ADD")).GetProperty("emoji").GetProperty("name").GetString());
        Assert.Equal(client.Sequence + 1, second.Sequence);
        Assert.True(await delivery);
        Assert.Equal("2️⃣", (await second.EventAsync("MESSAGE_REACTION_ADD")).GetProperty("emoji").GetProperty("name").GetString());
        await second.EventAsync("RESUMED");
        Assert.True(town.Discord.Connections.All[^1].IsResumed);
    }

    [Fact]
    public async Task Resume_WithASequenceOfTheFuture_Is4007()
    {
        await using var town = await Town.BuildAsync();
        var client = await GatewayClient.ConnectAsync(town.Discord);
        await DropAsync(town, client);

        await using var second = await GatewayClient.OpenAsync(town.Discord);
        await second.ResumeAsync(client.SessionId, 1000);

        Assert.Equal(CloseCode.InvalidSequence, await second.ClosedAsync());
    }

    [Fact]
    public async Task Resume_OfAnUnknownSession_IsInvalidAndMayIdentify()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.OpenAsync(town.Discord);

        await client.ResumeAsync("nobody", 1);

        Assert.False((await client.OpcodeAsync(9)).GetBoolean());
        await client.IdentifyAsync(Intents.Guilds);
        await client.EventAsync("READY");
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(4000, true)]
    [InlineData(4900, true)]
    public async Task Resume_AfterTheClientClosed_DependsOnItsCode(int code, bool resumes)
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        await client.CloseAsync(code);

        Assert.Equal(resumes, await ResumesAsync(town, client));
    }

    [Fact]
    public async Task Resume_AfterTheSessionsLifetime_IsInvalid()
    {
        await using var town = await Town.BuildAsync();
        var client = await GatewayClient.ConnectAsync(town.Discord);
        await DropAsync(town, client);
        town.Time.Advance(TimeSpan.FromMinutes(4));

        Assert.False(await ResumesAsync(town, client));
    }

    [Fact]
    public async Task Resume_AfterMoreThanIsRemembered_IsInvalid()
    {
        await using var town = await Town.BuildAsync(new() { SessionMemory = 10, RateLimits = RateLimits.None });
        var client = await GatewayClient.ConnectAsync(town.Discord);
        await DropAsync(town, client);
        for (var i = 0; i < 11; i++)
            _ = town.Discord.Rename(town.Channel, $"{i}");

        Assert.False(await ResumesAsync(town, client));
    }

    [Fact]
    public async Task Heartbeat_ThatStops_ClosesTheConnection()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);
        town.Time.Advance(TimeSpan.FromSeconds(41));
        await client.SendAsync(new { op = 1, d = client.Sequence });
        await client.OpcodeAsync(11);
        town.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Null(town.Discord.Connections.All[0].ClosedByServer);

        town.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(CloseCode.SessionTimedOut, await client.ClosedAsync());
    }

    private static async Task DropAsync(Town town, GatewayClient client)
    {
        var record = town.Discord.Connections.All[^1];
        town.Discord.Faults.DropConnections();
        await record.Ended.WaitAsync(Cancel);
        await client.DisposeAsync();
    }

    private static async Task<bool> ResumesAsync(Town town, GatewayClient client)
    {
        await town.Discord.Connections.All[^1].Ended.WaitAsync(Cancel);
        await using var second = await GatewayClient.OpenAsync(town.Discord);
        await second.ResumeAsync(client.SessionId, client.Sequence);
        while (true)
        {
            var payload = await second.ReceiveAsync();
            if (payload.GetProperty("op").GetInt32() == 9)
                return payload.GetProperty("d").GetBoolean();
            if (payload.GetProperty("op").GetInt32() == 0 && payload.GetProperty("t").GetString() == "RESUMED")
                return true;
        }
    }
}
