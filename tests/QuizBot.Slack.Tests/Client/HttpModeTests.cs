using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Slack.Client.Http;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client;

public sealed class HttpModeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_WithoutAnAppToken_HearsEverythingOverHttp()
    {
        await using var house = await ClientHouse.OpenAsync();
        await using var app = await ServeAsync(house);
        house.Listener.Answer = e => e is CommandUsed ? new(new SlackAcknowledgement("""{"text":"Here."}"""u8.ToArray())) : default;
        Assert.False(house.Client.IsConnected);
        await house.StartAsync(connections: 0);
        Assert.True(house.Client.IsConnected);
        Assert.Equal(house.Workspace.Id, (await house.Listener.FirstAsync<SlackConnected>()).Team);

        Assert.True((await React(house).Outcome).IsAcknowledged);
        var outcome = await house.Slack.UseCommand(house.Ada, house.General, "/daily set <b> & ä").Outcome;
        Assert.Equal("Here.", outcome.Payload!.Value.GetProperty("text").GetString());
        Assert.Equal(("/daily", "set &lt;b&gt; &amp; ä"), ((await house.Listener.FirstAsync<CommandUsed>()).Command, (await house.Listener.FirstAsync<CommandUsed>()).Text));

        var posted = await house.Client.CallAsync(new SlackCall("chat.postMessage", new Dictionary<string, string>
        {
            ["channel"] = house.General.Id, ["text"] = "?",
            ["blocks"] = """[{"type":"actions","elements":[{"type":"button","action_id":"choose","value":"3","text":{"type":"plain_text","text":"C"}}]}]""",
        }), Cancellation);
        Assert.True(posted.IsDone, $"{posted.Failure}");
        Assert.True((await house.Slack.Press(house.Ada, house.Slack.Messages.All[^1], "choose").Outcome).IsAcknowledged);
        Assert.Equal("3", (await house.Listener.FirstAsync<ActionTaken>()).Value);
    }

    [Fact]
    public async Task Address_IsVerifiedEvenBeforeTheClientRuns()
    {
        await using var house = await ClientHouse.OpenAsync();
        await using var app = await ServeAsync(house);
        Assert.True(await house.Slack.VerifyUrlAsync(house.Workspace.App, Url(app), Cancellation));
        house.Client.Dispose();
        Assert.False(await house.Slack.VerifyUrlAsync(house.Workspace.App, Url(app), Cancellation));
    }

    [Fact]
    public async Task Event_ThatCouldNotBeHeard_ComesAgain()
    {
        await using var house = await ClientHouse.OpenAsync();
        await using var app = await ServeAsync(house);
        await house.StartAsync(connections: 0);
        var times = 0;
        house.Listener.Answer = _ => ++times == 1 ? throw new InvalidOperationException("disk full") : default;
        var delivery = React(house);
        Assert.Equal((true, 2), ((await delivery.Outcome).IsAcknowledged, times));
        Assert.Equal([500, 200], delivery.Attempts.Select(a => a.Status));
    }

    [Fact]
    public async Task Stop_AsksSlackToComeAgain()
    {
        await using var house = await ClientHouse.OpenAsync();
        await using var app = await ServeAsync(house);
        await house.StartAsync(connections: 0);
        await house.StopAsync();
        Assert.False(house.Client.IsConnected);
        var delivery = React(house);
        while (delivery.Attempts.Count < 2 || delivery.Attempts[0].Status == 0)
            await Task.Yield();
        Assert.Equal(503, delivery.Attempts[0].Status);
        Assert.Empty(house.Listener.Events.All.OfType<ReactionHeard>());
    }

    private static EmulatedDelivery React(ClientHouse house) => house.Slack.React(house.Ada, house.Slack.Say(house.Ada, house.General, "?"), "one");

    private static Uri Url(WebApplication app) => new(app.Urls.First() + "/slack");

    private static async Task<WebApplication> ServeAsync(ClientHouse house)
    {
        house.NewClient(o => o with { AppToken = null, SigningSecret = house.Workspace.App.SigningSecret });
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapSlack(house.Requests, "/slack");
        await app.StartAsync(Cancellation);
        house.Slack.UseHttp(house.Workspace.App, Url(app), Url(app), Url(app));
        return app;
    }
}
