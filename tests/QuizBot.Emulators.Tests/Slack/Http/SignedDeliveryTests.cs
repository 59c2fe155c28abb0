using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Http;

public sealed class SignedDeliveryTests
{
    [Fact]
    public async Task Event_OverHttp_IsSignedJson()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);

        var delivery = office.Slack.Mention(office.Ada, office.Channel, "hello");
        var posted = await app.NextAsync();

        Assert.Equal(SlackSignature.Of(office.App.SigningSecret, posted.Header("x-slack-request-timestamp"), posted.Body), posted.Header("x-slack-signature"));
        Assert.Equal($"{office.Time.GetUtcNow().ToUnixTimeSeconds()}", posted.Header("x-slack-request-timestamp"));
        Assert.Equal("application/json", posted.Header("content-type"));
        Assert.Equal("", posted.Header("x-slack-retry-num"));
        Assert.Equal(delivery.Payload, posted.Body);
        Assert.True((await delivery.Outcome).IsAcknowledged);
        Assert.Equal(200, delivery.Attempts[0].Status);
    }

    // The worked example on Slack's page about verifying requests.
    [Fact]
    public void Signature_OfSlacksOwnExample_IsTheirs() =>
        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SlackSignature.Of("8f742231b10e8888abcd99yyyzzz85a5", "1531420618",
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"));

    [Fact]
    public async Task Event_AnsweredWithAnError_ComesAgainAndSaysWhy()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        var statuses = new Queue<int>([500, 302, 200]);
        app.Answer = (_, response) =>
        {
            response.StatusCode = statuses.Dequeue();
            return Task.CompletedTask;
        };

        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        var second = await app.NextAsync(2);
        await delivery.Attempts[1].Ended;
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await delivery.Outcome;

        Assert.Equal(("1", "http_error"), (second.Header("x-slack-retry-num"), second.Header("x-slack-retry-reason")));
        Assert.Equal([500, 302, 200], delivery.Attempts.Select(one => one.Status));
        Assert.Equal("2", (await app.NextAsync(3)).Header("x-slack-retry-num"));
    }

    [Fact]
    public async Task Event_AnsweredTooLate_ComesAgain()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        var release = new TaskCompletionSource();
        app.Answer = (posted, _) => posted.Header("x-slack-retry-num").Length == 0 ? release.Task : Task.CompletedTask;

        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        await app.NextAsync();
        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.True((await delivery.Outcome).IsAcknowledged);
        Assert.Equal("http_timeout", (await app.NextAsync(2)).Header("x-slack-retry-reason"));
        release.SetResult();
    }

    [Fact]
    public async Task Event_WhoseAppWantsNoRetry_IsGivenUp()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        app.Answer = (_, response) =>
        {
            response.StatusCode = 500;
            response.Headers["x-slack-no-retry"] = "1";
            return Task.CompletedTask;
        };

        var outcome = await office.Slack.Mention(office.Ada, office.Channel).Outcome;

        Assert.Equal((DeliveryState.Failed, 1), (outcome.State, outcome.Attempts));
    }

    [Fact]
    public async Task Event_ToNobody_IsConnectionFailed()
    {
        await using var office = await Office.OpenAsync(new() { Retries = [] });
        await using (var app = await HttpApp.StartAsync(office))
        {
        }

        Assert.Equal(DeliveryState.Failed, (await office.Slack.Mention(office.Ada, office.Channel).Outcome).State);
    }

    [Fact]
    public async Task Command_OverHttp_IsAFormWhoseAnswerIsShown()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        app.Answer = (_, response) => response.WriteAsync("Hello");

        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz start now");
        var form = QueryHelpers.ParseQuery((await app.NextAsync()).Body);

        Assert.Equal(("/quiz", "start now", "false"), (form["command"].ToString(), form["text"].ToString(), form["is_enterprise_install"].ToString()));
        Assert.True((await use.Outcome).IsAcknowledged);
        Assert.Equal("Hello", Assert.Single(office.Channel.EphemeralFor(office.Ada)).Text);
    }

    [Fact]
    public async Task Interaction_OverHttp_IsAFormWithAPayload()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        var message = await office.PostButtonAsync();

        var press = office.Slack.Press(office.Ada, message, "go");
        var form = QueryHelpers.ParseQuery((await app.NextAsync()).Body);

        Assert.Equal(press.Delivery.Payload, form["payload"].ToString());
        Assert.True((await press.Outcome).IsAcknowledged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Url_ThatIsTypedIn_MustAnswerTheChallenge(bool knows)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        app.Answer = (posted, response) => response.WriteAsync(knows ? posted.Body : "what?");

        Assert.Equal(knows, await office.Slack.VerifyUrlAsync(office.App, app.Url, TestContext.Current.CancellationToken));
        Assert.Contains("\"type\":\"url_verification\"", (await app.NextAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_OfDeliveries_HoldOverHttpToo()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await HttpApp.StartAsync(office);
        office.Slack.Faults.SpoilDeliveries(DeliveryFaultKind.Tripled);

        office.Slack.Mention(office.Ada, office.Channel);

        Assert.Equal((await app.NextAsync(1)).Body, (await app.NextAsync(3)).Body);
    }
}
