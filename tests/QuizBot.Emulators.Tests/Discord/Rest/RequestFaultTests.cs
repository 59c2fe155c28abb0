using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class RequestFaultTests
{
    [Theory]
    [InlineData(RequestFaultKind.Refused, 0)]
    [InlineData(RequestFaultKind.DoneThenRefused, 1)]
    public async Task Fault_WithAStatus_AnswersItAndDoesWhatItSays(RequestFaultKind kind, int posted)
    {
        await using var town = await Town.BuildAsync();
        town.Discord.Faults.Requests.Add(new() { Kind = kind, Path = "/channels/{channel_id}/messages", Status = 503 });

        Assert.Equal(503, (await town.Wire.PostAsync(town.Messages, new { content = "x" })).Status);
        Assert.Equal(posted, town.Channel.Messages.Count);
        Assert.Equal(200, (await town.Wire.PostAsync(town.Messages, new { content = "x" })).Status);
    }

    [Theory]
    [InlineData(RequestFaultKind.Dropped, 0)]
    [InlineData(RequestFaultKind.DoneThenDropped, 1)]
    [InlineData(RequestFaultKind.Truncated, 1)]
    public async Task Fault_OfTheConnection_LosesTheAnswer(RequestFaultKind kind, int posted)
    {
        await using var town = await Town.BuildAsync();
        town.Discord.Faults.Requests.Add(new() { Kind = kind, Method = "POST" });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => town.Wire.PostAsync(town.Messages, new { content = "x" }));
        Assert.Equal(posted, town.Channel.Messages.Count);
    }

    [Fact]
    public async Task Fault_Garbled_IsNoJson()
    {
        await using var town = await Town.BuildAsync();
        town.Discord.Faults.Requests.Add(new() { Kind = RequestFaultKind.Garbled });

        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => town.Wire.GetAsync("/users/@me"));
    }

    [Fact]
    public async Task Fault_Slow_WaitsOnTheClock()
    {
        await using var town = await Town.BuildAsync();
        town.Discord.Faults.Requests.Add(new() { Kind = RequestFaultKind.Slow, After = TimeSpan.FromMinutes(1) });
        var request = town.Wire.GetAsync("/users/@me");
        await town.Discord.Requests.FirstAsync(one => one.Path.EndsWith("/users/@me", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.False(request.IsCompleted);

        // The delay is set just after the request is recorded; advance until it is heard.
        while (!request.IsCompleted)
        {
            town.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
        Assert.Equal(200, (await request).Status);
    }

    [Fact]
    public async Task Fault_429ForTheNextThree_IsOverThen()
    {
        await using var town = await Town.BuildAsync();
        town.Discord.Faults.Requests.Add(new() { Kind = RequestFaultKind.Refused, Status = 429, Times = 3, Global = true, After = TimeSpan.FromSeconds(0.5) });
        var statuses = new List<int>();

        for (var i = 0; i < 4; i++)
            statuses.Add((await town.Wire.GetAsync("/users/@me")).Status);

        Assert.Equal([429, 429, 429, 200], statuses);
        Assert.Equal(3, town.Discord.Requests.All.Count(request => request.Faulty));
    }
}
