using Microsoft.Extensions.Time.Testing;
using QuizBot.Emulators.Slack;
using QuizBot.Slack.Client;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client;

/// <summary>Calls at the emulated Slack.</summary>
public sealed class WebCallTests
{
    private static readonly string[] Choices = ["one", "two", "three", "four"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_ThatGoesWell_GivesTheWholeAnswer()
    {
        await using var house = await ClientHouse.OpenAsync();
        var posted = await CallAsync(house, "chat.postMessage", ("channel", house.General.Id), ("text", "*Hi* & <there> 😀"));
        Assert.Equal("*Hi* & <there> 😀", Assert.Single(house.Slack.Messages.All).Content.Text);
        Assert.Equal(house.Slack.Messages.All[0].Ts, posted.Value.GetProperty("ts").GetString());
        Assert.True(house.Slack.Calls.All[0].HasBearer);
    }

    [Fact]
    public async Task Call_ThatIsRefused_GivesSlacksWords()
    {
        await using var house = await ClientHouse.OpenAsync();
        Assert.Equal(new SlackFailure("channel_not_found"), (await CallAsync(house, "chat.postMessage", ("channel", "C0"), ("text", "Hi"))).Failure);
        var blocks = (await CallAsync(house, "chat.postMessage", ("channel", house.General.Id), ("text", "Hi"), ("blocks", """[{"type":"section"}]"""))).Failure!;
        Assert.Equal("invalid_blocks", blocks.Error);
        Assert.Contains("/blocks/0", blocks.Detail, StringComparison.Ordinal);
        house.Workspace.Scopes = new HashSet<string> { "commands" };
        Assert.Contains("chat:write", (await CallAsync(house, "chat.postMessage", ("channel", house.General.Id), ("text", "Hi"))).Failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhoseAnswerIsLost_IsNotRepeated()
    {
        await using var house = await ClientHouse.OpenAsync();
        house.Slack.Faults.LoseAnswer("chat.postMessage");
        Assert.True((await CallAsync(house, "chat.postMessage", ("channel", house.General.Id), ("text", "Hi"))).Failure!.MayHaveHappened);
        house.Slack.Faults.Fail("chat.postMessage", "internal_error", done: true);
        Assert.Equal(new SlackFailure("internal_error", MayHaveHappened: true), (await CallAsync(house, "chat.postMessage", ("channel", house.General.Id), ("text", "Hi"))).Failure);
        Assert.Equal(2, house.Slack.Messages.All.Count);
    }

    [Fact]
    public async Task Edit_WhoseAnswerIsLost_IsRepeated()
    {
        await using var house = await ClientHouse.OpenAsync();
        var posted = await CallAsync(house, "chat.postMessage", ("channel", house.General.Id), ("text", "Hi"));
        house.Slack.Faults.LoseAnswer("chat.update");
        house.Slack.Faults.Refuse("chat.update", 503);
        house.Slack.Faults.Refuse("chat.update", 429, retryAfter: TimeSpan.FromSeconds(1));
        var edited = await house.Client.CallAsync(
            new SlackCall("chat.update", new Dictionary<string, string> { ["channel"] = house.General.Id, ["ts"] = posted.Value.GetProperty("ts").GetString()!, ["text"] = "Ho" }) { IsRepeatable = true },
            Cancellation);
        Assert.True(edited.IsDone, $"{edited.Failure}");
        Assert.Equal(4, house.Slack.Calls.All.Count(c => c.Method == "chat.update"));
    }

    [Fact]
    public async Task ThousandChannels_DueAtOnce_AreServedWithinTheLimitWithoutOneRefusal()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var start = time.GetUtcNow();
        await using var slack = await SlackEmulator.StartAsync(new(), time, Cancellation);
        var workspace = slack.AddWorkspace("Acme");
        var ada = slack.AddMember(workspace, "ada");
        var channels = Enumerable.Range(0, 1000).Select(i => slack.AddChannel(workspace, $"c{i}", ada)).ToList();
        using var transport = new WebTransport(WebTransport.NewHandler(), new Uri(slack.ApiBaseUrl), time);
        using var pacer = new CallPacer(time, MethodLimits.Of);
        var api = new WebApi(transport, pacer, workspace.BotToken, new Backoff(Random.Shared, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)), time);
        var all = Task.WhenAll(channels.Select(c => api.CallAsync(
            new SlackCall("chat.postMessage", new Dictionary<string, string> { ["channel"] = c.Id, ["text"] = "What?" }), Cancellation).AsTask()));
        await FakeClock.RunAsync(time, all, () => pacer.UnderWay == 0);

        Assert.All(await all, r => Assert.True(r.IsDone, $"{r.Failure}"));
        Assert.Equal(1000, slack.Messages.All.Count);
        Assert.DoesNotContain(slack.Calls.All, c => c.Status == 429);
        // What the emulator allows at best: a burst, then evenly.
        var limit = slack.Options.RateLimits.PostsPerWorkspace;
        Assert.InRange(slack.Calls.All.Max(c => c.At) - start, TimeSpan.Zero, (1000 - limit.Burst) * limit.Window / limit.Calls * 1.05);
    }

    [Fact]
    public async Task Seeding_OfManyReactions_IsNeverRefused()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        await using var slack = await SlackEmulator.StartAsync(new(), time, Cancellation);
        var workspace = slack.AddWorkspace("Acme");
        var ada = slack.AddMember(workspace, "ada");
        var general = slack.AddChannel(workspace, "general", ada);
        var messages = Enumerable.Range(0, 40).Select(_ => slack.Say(ada, general, "?")).ToList();
        using var transport = new WebTransport(WebTransport.NewHandler(), new Uri(slack.ApiBaseUrl), time);
        using var pacer = new CallPacer(time, MethodLimits.Of);
        var api = new WebApi(transport, pacer, workspace.BotToken, new Backoff(Random.Shared, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)), time);
        var all = Task.WhenAll(
            from message in messages
            from name in Choices
            select api.CallAsync(
                new SlackCall("reactions.add", new Dictionary<string, string> { ["channel"] = general.Id, ["timestamp"] = message.Ts, ["name"] = name }) { CanWait = true }, Cancellation).AsTask());
        await FakeClock.RunAsync(time, all, () => pacer.UnderWay == 0);
        Assert.All(await all, r => Assert.True(r.IsDone, $"{r.Failure}"));
        Assert.DoesNotContain(slack.Calls.All, c => c.Status == 429);
    }

    [Fact]
    public async Task ResponseUrl_IsAnsweredWithoutATokenAndItsEndSaid()
    {
        await using var house = await ClientHouse.OpenAsync();
        await house.StartAsync();
        var used = house.Slack.UseCommand(house.Ada, house.General, "/stats");
        var url = (await house.Listener.FirstAsync<CommandUsed>()).Origin.ResponseUrl!;
        await used.Outcome;
        for (var i = 0; i < 5; i++)
            Assert.True((await house.Client.RespondAsync(url, """{"response_type":"ephemeral","text":"7 points"}"""u8.ToArray(), Cancellation)).IsDone);
        Assert.Equal("used_url", (await house.Client.RespondAsync(url, """{"text":"more"}"""u8.ToArray(), Cancellation)).Failure!.Error);
        Assert.Equal("response_url_refused", (await house.Client.RespondAsync(new Uri("https://evil.example/"), "{}"u8.ToArray(), Cancellation)).Failure!.Error);
        Assert.Equal(5, used.Responses.Count);
        Assert.All(house.Slack.Calls.All.Where(c => c.Method == "response_url"), c => Assert.Equal("", c.Credential));
    }

    private static ValueTask<SlackResult<System.Text.Json.JsonElement>> CallAsync(ClientHouse house, string method, params (string Name, string Value)[] arguments) =>
        house.Client.CallAsync(new SlackCall(method, arguments.ToDictionary(a => a.Name, a => a.Value)), Cancellation);
}
