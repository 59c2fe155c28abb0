using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Posts_InOneChannel_AreOneASecondAfterAFewAtOnce()
    {
        await using var office = await Office.OpenAsync(new());
        var other = office.Slack.AddChannel(office.Workspace, "other", office.Ada);
        for (var i = 0; i < 3; i++)
            await office.PostAsync();

        var limited = await PostAsync(office, office.Channel.Id);

        limited.AssertRefused("ratelimited");
        Assert.Equal((429, "1"), (limited.Status, limited.Header("Retry-After")));
        (await PostAsync(office, other.Id)).AssertOk();
        office.Time.Advance(TimeSpan.FromSeconds(1));
        (await PostAsync(office, office.Channel.Id)).AssertOk();
        (await PostAsync(office, office.Channel.Id)).AssertRefused("ratelimited");
    }

    [Fact]
    public async Task Posts_InOneWorkspace_HaveALimitOfTheirOwn()
    {
        await using var office = await Office.OpenAsync(new());
        var channels = Enumerable.Range(0, 31).Select(i => office.Slack.AddChannel(office.Workspace, $"c{i}", office.Ada)).ToList();
        foreach (var channel in channels.Take(30))
            (await PostAsync(office, channel.Id)).AssertOk();

        (await PostAsync(office, channels[30].Id)).AssertRefused("ratelimited");
        office.Time.Advance(TimeSpan.FromMinutes(1) / 300);
        (await PostAsync(office, channels[30].Id)).AssertOk();
    }

    [Fact]
    public async Task Posts_AtTheRatesThatAreAllowed_AreNeverRefused()
    {
        await using var office = await Office.OpenAsync(new());
        for (var i = 0; i < 100; i++)
        {
            (await PostAsync(office, office.Channel.Id)).AssertOk();
            office.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData("reactions.remove", 20)]
    [InlineData("conversations.info", 50)]
    [InlineData("users.info", 100)]
    public async Task Calls_OfATier_AreSoManyAMinute(string method, int calls)
    {
        await using var office = await Office.OpenAsync(new());
        var arguments = new { channel = office.Channel.Id, user = office.Ada.Id, timestamp = "1111111111.111111", name = "one" };
        for (var i = 0; i < calls; i++)
            Assert.Equal(200, (await office.Wire.CallAsync(method, arguments)).Status);

        var limited = await office.Wire.CallAsync(method, arguments);

        Assert.Equal(429, limited.Status);
        office.Time.Advance(TimeSpan.FromSeconds(int.Parse(limited.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(200, (await office.Wire.CallAsync(method, arguments)).Status);
    }

    [Fact]
    public async Task Limits_OfTwoWorkspaces_AreApart()
    {
        await using var office = await Office.OpenAsync(new() { RateLimits = new() { Tier4 = new(1, TimeSpan.FromMinutes(1)) } });
        var other = office.Slack.AddWorkspace("Beta");
        using var wire = new ApiClient(office.Slack, other.BotToken);

        Assert.Equal(200, (await office.Wire.CallAsync("users.info", new { user = "U" })).Status);
        Assert.Equal(429, (await office.Wire.CallAsync("users.info", new { user = "U" })).Status);
        Assert.Equal(200, (await wire.CallAsync("users.info", new { user = "U" })).Status);
    }

    [Fact]
    public async Task Limits_SwitchedOff_LetAllPass()
    {
        await using var office = await Office.OpenAsync(new());
        office.Slack.Faults.RateLimits = SlackRateLimits.None;
        for (var i = 0; i < 10; i++)
            await office.PostAsync();
    }

    private static Task<Reply> PostAsync(Office office, string channel) => office.Wire.CallAsync("chat.postMessage", new { channel, text = "x" });
}
