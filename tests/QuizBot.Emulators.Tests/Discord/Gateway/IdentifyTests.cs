using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Gateway;

public sealed class IdentifyTests
{
    private const string Properties = "\"properties\": {}";

    [Theory]
    [InlineData("""{"op": 2, "d": {"token": "wrong", "intents": 1, §}}""", CloseCode.AuthenticationFailed)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 1}}""", CloseCode.DecodeError)]
    [InlineData("""{"op": 2, "d": {"token": "@", §}}""", CloseCode.DecodeError)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": -1, §}}""", CloseCode.InvalidIntents)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 134217728, §}}""", CloseCode.InvalidIntents)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": "all", §}}""", CloseCode.InvalidIntents)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 2, §}}""", CloseCode.DisallowedIntents)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 32768, §}}""", CloseCode.DisallowedIntents)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 1, "shard": [2, 2], §}}""", CloseCode.InvalidShard)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 1, "shard": [0], §}}""", CloseCode.InvalidShard)]
    [InlineData("""{"op": 2, "d": {"token": "@", "intents": 1, "large_threshold": 10, §}}""", CloseCode.DecodeError)]
    [InlineData("""{"op": 2, "d": 5}""", CloseCode.DecodeError)]
    [InlineData("""{"op": 3, "d": {}}""", CloseCode.NotAuthenticated)]
    [InlineData("""{"op": 99, "d": {}}""", CloseCode.UnknownOpcode)]
    [InlineData("""{"op": "two"}""", CloseCode.DecodeError)]
    [InlineData("""[]""", CloseCode.DecodeError)]
    [InlineData("""{"op": 2, "d": """, CloseCode.DecodeError)]
    [InlineData("""{"op": 1, "d": "s"}""", CloseCode.DecodeError)]
    [InlineData("""{"op": 6, "d": {"token": "@"}}""", CloseCode.DecodeError)]
    [InlineData("""{"op": 6, "d": {"token": "wrong", "session_id": "x", "seq": 0}}""", CloseCode.AuthenticationFailed)]
    public async Task Payload_ThatIsWrong_ClosesWithItsCode(string payload, int code)
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.OpenAsync(town.Discord);

        await client.SendAsync(payload.Replace("@", town.Discord.Token).Replace("§", Properties));

        Assert.Equal(code, await client.ClosedAsync());
        Assert.Equal(code, town.Discord.Connections.All.Single().ClosedByServer);
    }

    [Theory]
    [InlineData("?v=6&encoding=json", CloseCode.InvalidVersion)]
    [InlineData("?encoding=json", CloseCode.InvalidVersion)]
    [InlineData("?v=10&encoding=etf", CloseCode.DecodeError)]
    [InlineData("?v=10&encoding=json&compress=zstd-stream", CloseCode.DecodeError)]
    public async Task Connection_ThatAsksForWhatIsNotThere_IsClosed(string query, int code)
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.OpenAsync(town.Discord, query);

        Assert.Equal(code, await client.ClosedAsync());
    }

    [Fact]
    public async Task Identify_Twice_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        await client.IdentifyAsync(Intents.Guilds);

        Assert.Equal(CloseCode.AlreadyAuthenticated, await client.ClosedAsync());
    }

    [Fact]
    public async Task Identify_OfTheSameBucketWithinFiveSeconds_IsAnInvalidSession()
    {
        await using var town = await Town.BuildAsync(new() { MaxConcurrency = 2 });
        await using var first = await GatewayClient.ConnectAsync(town.Discord, shard: [0, 4]);
        await using var second = await GatewayClient.ConnectAsync(town.Discord, shard: [1, 4]);
        await using var third = await GatewayClient.OpenAsync(town.Discord);

        await third.IdentifyAsync(Intents.Guilds, [2, 4]);

        Assert.False((await third.OpcodeAsync(9)).GetBoolean());
        town.Time.Advance(TimeSpan.FromSeconds(5));
        await third.IdentifyAsync(Intents.Guilds, [2, 4]);
        await third.EventAsync("READY");
    }

    [Fact]
    public async Task Identify_OftenerThanADayAllows_IsTheEndOfTheToken()
    {
        await using var town = await Town.BuildAsync(new() { LimitsIdentify = false, StartsPerDay = 2 });
        await using var first = await GatewayClient.ConnectAsync(town.Discord);
        await using var second = await GatewayClient.ConnectAsync(town.Discord);
        Assert.Equal(0, town.Discord.StartsLeft);
        await using var third = await GatewayClient.OpenAsync(town.Discord);

        await third.IdentifyAsync(Intents.Guilds);

        Assert.Equal(CloseCode.AuthenticationFailed, await third.ClosedAsync());
        town.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, town.Discord.StartsLeft);
    }

    [Fact]
    public async Task Identify_ForTooManyGuilds_RequiresShards()
    {
        await using var town = await Town.BuildAsync();
        for (var i = 0; i < 2500; i++)
            town.Discord.AddGuild($"{i}");
        await using var client = await GatewayClient.OpenAsync(town.Discord);

        await client.IdentifyAsync(Intents.Guilds);

        Assert.Equal(CloseCode.ShardingRequired, await client.ClosedAsync());
        await using var half = await GatewayClient.ConnectAsync(town.Discord, shard: [0, 2]);
        Assert.InRange(half.Ready.GetProperty("guilds").GetArrayLength(), 1250, 1251);
    }

    [Fact]
    public async Task Sends_MoreThan120AMinute_AreRefused()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.ConnectAsync(town.Discord);

        for (var i = 0; i < 120; i++)
            await client.SendAsync(new { op = 1, d = client.Sequence });

        Assert.Equal(CloseCode.RateLimited, await client.ClosedAsync());
    }

    [Fact]
    public async Task Send_OfMoreThan4096Bytes_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        await using var client = await GatewayClient.OpenAsync(town.Discord);

        await client.SendAsync(new { op = 1, d = (int?)null, filler = new string('x', 4096) });

        Assert.Equal(CloseCode.DecodeError, await client.ClosedAsync());
    }
}
