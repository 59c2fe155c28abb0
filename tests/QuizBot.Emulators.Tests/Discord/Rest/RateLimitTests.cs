using System.Globalization;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Bucket_IsToldInTheHeadersAndRefusesTheSixth()
    {
        await using var town = await Town.BuildAsync(new());
        var first = await town.Wire.PostAsync(town.Messages, new { content = "x" });
        Assert.Equal(("5", "4", "5.000"), (first.Header("X-RateLimit-Limit"), first.Header("X-RateLimit-Remaining"), first.Header("X-RateLimit-Reset-After")));
        var reset = double.Parse(first.Header("X-RateLimit-Reset"), CultureInfo.InvariantCulture);
        Assert.Equal(town.Time.GetUtcNow().AddSeconds(5).ToUnixTimeSeconds(), reset);
        for (var i = 0; i < 4; i++)
            await town.Wire.PostAsync(town.Messages, new { content = "x" });
        town.Time.Advance(TimeSpan.FromSeconds(2));

        var refused = await town.Wire.PostAsync(town.Messages, new { content = "x" });

        Assert.Equal(429, refused.Status);
        Assert.Equal((3d, false), (refused.Json.GetProperty("retry_after").GetDouble(), refused.Json.GetProperty("global").GetBoolean()));
        Assert.Equal(("3", "user", "0"), (refused.Header("Retry-After"), refused.Header("X-RateLimit-Scope"), refused.Header("X-RateLimit-Remaining")));
        Assert.Equal(first.Header("X-RateLimit-Bucket"), refused.Header("X-RateLimit-Bucket"));
        town.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, new { content = "x" })).Status);
    }

    [Fact]
    public async Task Bucket_IsOfEachChannel()
    {
        await using var town = await Town.BuildAsync(new());
        var other = town.Discord.AddChannel(town.Guild, "other");
        for (var i = 0; i < 5; i++)
            await town.Wire.PostAsync(town.Messages, new { content = "x" });

        Assert.Equal(200, (await town.Wire.PostAsync($"/channels/{other.Id}/messages", new { content = "x" })).Status);
    }

    [Fact]
    public async Task Reactions_OfAChannel_ComeOneIn250Milliseconds()
    {
        await using var town = await Town.BuildAsync(new());
        var message = await town.PostAsync();
        Assert.Equal(204, (await town.Wire.PutAsync(town.Reactions(message, "✅") + "/@me")).Status);

        Assert.Equal(429, (await town.Wire.DeleteAsync(town.Reactions(message, "✅") + "/@me")).Status);
        town.Time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(204, (await town.Wire.DeleteAsync(town.Reactions(message, "✅") + "/@me")).Status);
    }

    [Fact]
    public async Task Global_Limit_LeavesCallbacksAlone()
    {
        await using var town = await Town.BuildAsync(new() { RateLimits = RateLimits.Discord with { Global = 3 } });
        var message = await town.PostAsync(new { content = "x", components = new[] { new { type = 1, components = new[] { new { type = 2, style = 1, custom_id = "a", label = "A" } } } } });
        for (var i = 0; i < 2; i++)
            await town.Wire.GetAsync("/users/@me");

        var refused = await town.Wire.GetAsync("/users/@me");

        Assert.Equal((429, true), (refused.Status, refused.Json.GetProperty("global").GetBoolean()));
        Assert.Equal(("true", "global"), (refused.Header("X-RateLimit-Global"), refused.Header("X-RateLimit-Scope")));
        var interaction = town.Discord.Press(town.Ada, message, "a");
        Assert.Equal(204, (await town.AnswerAsync(interaction, new { type = 6 })).Status);
        Assert.Equal(200, (await town.Wire.PostAsync(town.Webhook(interaction), new { content = "x" })).Status);
    }

    [Fact]
    public async Task Invalid_Requests_TooMany_ShutTheAddressOut()
    {
        await using var town = await Town.BuildAsync(new() { RateLimits = RateLimits.Discord with { Invalid = 5 } });
        town.Wire.Authorization = "Bot wrong";
        for (var i = 0; i < 5; i++)
            await town.Wire.GetAsync("/users/@me");
        town.Wire.Authorization = "Bot " + town.Discord.Token;
        Assert.Equal(5, town.Discord.InvalidRequests);

        Assert.Equal(429, (await town.Wire.GetAsync("/users/@me")).Status);
        town.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(200, (await town.Wire.GetAsync("/users/@me")).Status);
    }

    [Fact]
    public async Task Limits_SwitchedOff_RefuseNothing()
    {
        await using var town = await Town.BuildAsync(new() { RateLimits = RateLimits.None });

        for (var i = 0; i < 60; i++)
            Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, new { content = "x" })).Status);
    }
}
