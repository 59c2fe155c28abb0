using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class AccessTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bot wrong.token")]
    [InlineData("Bearer something")]
    public async Task Request_WithoutTheBotsToken_Is401(string? authorization)
    {
        await using var town = await Town.BuildAsync();
        town.Wire.Authorization = authorization;

        (await town.Wire.GetAsync("/users/@me")).AssertRefused(401, 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("curl/8.0")]
    [InlineData("DiscordBot")]
    public async Task Request_WithoutAProperUserAgent_IsBlocked(string agent)
    {
        await using var town = await Town.BuildAsync();
        town.Wire.UserAgent = agent;

        (await town.Wire.GetAsync("/users/@me")).AssertRefused(403, 40333);
    }

    [Fact]
    public async Task Request_ToAnUnknownPath_Is404()
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.GetAsync("/nothing/here")).AssertRefused(404, 0);
    }

    [Fact]
    public async Task Request_WithAMethodThatThePathLacks_Is405()
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.DeleteAsync("/gateway/bot")).AssertRefused(405, 0);
    }

    [Fact]
    public async Task Request_OfAnotherVersion_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        town.Wire.Base = town.Discord.HttpUrl + "/api/v6";

        (await town.Wire.GetAsync("/users/@me")).AssertRefused(400, 50041);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("007")]
    [InlineData("99999999999999999999")]
    public async Task Request_WithAMalformedId_SaysWhich(string id)
    {
        await using var town = await Town.BuildAsync();

        var reply = await town.Wire.GetAsync($"/channels/{id}");

        reply.AssertRefused(400, 50035);
        Assert.Equal(["NUMBER_TYPE_COERCE"], reply.Errors("channel_id"));
    }

    [Theory]
    [InlineData("/channels/1", 10003)]
    [InlineData("/guilds/1", 10004)]
    [InlineData("/channels/{channel}/messages/1", 10008)]
    [InlineData("/guilds/{guild}/members/1", 10013)]
    [InlineData("/users/1", 10013)]
    [InlineData("/applications/1/commands", 10002)]
    [InlineData("/applications/{application}/commands/1", 10063)]
    public async Task Request_ForWhatIsNotThere_NamesIt(string path, int code)
    {
        await using var town = await Town.BuildAsync();

        var reply = await town.Wire.GetAsync(path.Replace("{channel}", $"{town.Channel.Id}").Replace("{guild}", $"{town.Guild.Id}").Replace("{application}", $"{town.Discord.ApplicationId}"));

        reply.AssertRefused(404, code);
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsRefused()
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.PostAsync(town.Messages, "{\"content\": ")).AssertRefused(400, 50109);
    }

    [Fact]
    public async Task Body_ThatIsAList_IsRefused()
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.PostAsync(town.Messages, "[1]")).AssertRefused(400, 50035);
    }

    [Fact]
    public async Task Body_OfAnotherType_IsRefused()
    {
        await using var town = await Town.BuildAsync();

        (await town.Wire.SendAsync("POST", town.Messages, new StringContent("content=hi"))).AssertRefused(400, 50035);
    }

    [Fact]
    public async Task Gateway_OfTheBot_SaysWhereAndHowOften()
    {
        await using var town = await Town.BuildAsync(new() { Shards = 3, MaxConcurrency = 2 });

        var reply = await town.Wire.GetAsync("/gateway/bot");

        Assert.Equal(town.Discord.GatewayUrl, reply.Json.GetProperty("url").GetString());
        Assert.Equal(3, reply.Json.GetProperty("shards").GetInt32());
        var limit = reply.Json.GetProperty("session_start_limit");
        Assert.Equal((1000, 1000, 2), (limit.GetProperty("total").GetInt32(), limit.GetProperty("remaining").GetInt32(), limit.GetProperty("max_concurrency").GetInt32()));
    }

    [Fact]
    public async Task Gateway_ThatPointsElsewhere_IsAnswered()
    {
        await using var town = await Town.BuildAsync(new() { GatewayUrl = "ws://elsewhere.invalid" });

        Assert.Equal("ws://elsewhere.invalid", (await town.Wire.GetAsync("/gateway/bot")).Json.GetProperty("url").GetString());
    }
}
