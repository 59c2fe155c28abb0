using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Sockets;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Event_Acknowledged_IsDeliveredOnce()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync(acknowledges: false);
        var delivery = office.Slack.Mention(office.Ada, office.Channel, "hello");
        var envelope = await app.HearAsync("events_api");

        Assert.False(delivery.Outcome.IsCompleted);
        await app.AcknowledgeAsync(envelope);
        var outcome = await delivery.Outcome;

        Assert.Equal((DeliveryState.Acknowledged, 1), (outcome.State, outcome.Attempts));
        Assert.Equal(delivery.Id, envelope.GetProperty("payload").GetProperty("event_id").GetString());
        Assert.Equal((0, "", false), (envelope.GetProperty("retry_attempt").GetInt32(), envelope.GetProperty("retry_reason").GetString(), envelope.GetProperty("accepts_response_payload").GetBoolean()));
        office.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(delivery.Attempts);
    }

    [Fact]
    public async Task Event_NotAcknowledged_IsDeliveredThreeTimesMore()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync(acknowledges: false);
        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        await app.HearAsync("events_api");

        office.Time.Advance(TimeSpan.FromSeconds(3));
        var second = await app.HearAsync("events_api", 2);
        office.Time.Advance(TimeSpan.FromSeconds(3));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var third = await app.HearAsync("events_api", 3);
        office.Time.Advance(TimeSpan.FromSeconds(3));
        office.Time.Advance(TimeSpan.FromMinutes(5));
        var fourth = await app.HearAsync("events_api", 4);
        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(DeliveryState.Failed, (await delivery.Outcome).State);
        Assert.Equal([1, 2, 3], ((System.Text.Json.JsonElement[])[second, third, fourth]).Select(one => one.GetProperty("retry_attempt").GetInt32()));
        Assert.Equal("timeout", second.GetProperty("retry_reason").GetString());
        Assert.Equal(4, delivery.Attempts.Select(one => one.EnvelopeId).Distinct().Count());
        Assert.Single(new[] { second, third, fourth }.Select(one => one.GetProperty("payload").GetProperty("event_id").GetString()).Distinct());
    }

    [Fact]
    public async Task Event_AcknowledgedTooLate_ComesAgainAndTheLateWordCountsNothing()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync(acknowledges: false);
        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        var first = await app.HearAsync("events_api");
        office.Time.Advance(TimeSpan.FromSeconds(3));
        var second = await app.HearAsync("events_api", 2);

        await app.AcknowledgeAsync(first);
        await app.AcknowledgeAsync(second);

        Assert.Equal(2, (await delivery.Outcome).Attempts);
        Assert.Equal(1, app.Record.StrayAcknowledgements);
        Assert.Equal([false, true], delivery.Attempts.Select(one => one.IsAcknowledged));
    }

    [Fact]
    public async Task Event_WithoutAnyConnection_ComesWhenThereIsOne()
    {
        await using var office = await Office.OpenAsync();
        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");

        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(2, (await delivery.Outcome).Attempts);
        Assert.Equal([null, 1], delivery.Attempts.Select(one => one.Connection));
    }

    [Fact]
    public async Task Event_OnAConnectionThatDropped_ComesOnAnother()
    {
        await using var office = await Office.OpenAsync();
        await using var lost = await office.ConnectAsync(acknowledges: false);
        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        await lost.HearAsync("events_api");
        office.Slack.Faults.DropConnections();
        await lost.Record.Ended;
        await using var next = await office.ConnectAsync();
        await next.HearAsync("hello");

        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.True((await delivery.Outcome).IsAcknowledged);
        Assert.Equal([1, 2], delivery.Attempts.Select(one => one.Connection!.Value));
    }

    [Fact]
    public async Task Deliveries_OnSeveralConnections_AreSpreadOverThem()
    {
        await using var office = await Office.OpenAsync();
        var apps = new List<SocketApp>();
        for (var i = 0; i < 3; i++)
        {
            apps.Add(await office.ConnectAsync());
            await apps[i].HearAsync("hello");
        }

        for (var i = 0; i < 9; i++)
            Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);

        Assert.Equal([3, 3, 3], apps.Select(app => app.Record.Acknowledgements));
        foreach (var app in apps)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task Interaction_WithoutAnyConnection_FailsAtOnce()
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(DeliveryState.Failed, (await office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").Outcome).State);
    }

    [Fact]
    public async Task Interaction_NotAcknowledged_FailsAfterThreeSecondsAndDoesNotComeAgain()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync(acknowledges: false);
        var use = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz");
        await app.HearAsync("slash_commands");

        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((DeliveryState.Failed, 1), ((await use.Outcome).State, use.Delivery.Attempts.Count));
    }

    [Fact]
    public async Task Events_OfTwoWorkspacesOfOneApp_ComeOverOneConnection()
    {
        await using var office = await Office.OpenAsync();
        var other = office.Slack.AddWorkspace("Beta", office.App);
        var eve = office.Slack.AddMember(other, "eve");
        var channel = office.Slack.AddChannel(other, "there", eve);
        await using var app = await office.ConnectAsync();

        Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);
        var theirs = office.Slack.Mention(eve, channel);
        Assert.True((await theirs.Outcome).IsAcknowledged);

        Assert.Equal(other.Id, theirs.Json.GetProperty("team_id").GetString());
    }

    [Fact]
    public async Task Event_ThatTheAppMayNotHear_IsNotSent()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var outside = office.Slack.AddChannel(office.Workspace, "outside", office.Ada, withBot: false);
        var message = office.Slack.Say(office.Ada, outside, "hello");

        Assert.Equal(DeliveryState.Unheard, (await office.Slack.React(office.Ada, message, "one").Outcome).State);
        office.App.Events = new HashSet<string> { "app_mention" };
        Assert.Equal(DeliveryState.Unheard, (await office.Slack.React(office.Ada, await office.PostAsync(), "one").Outcome).State);
        office.Workspace.Scopes = new HashSet<string> { "chat:write" };
        Assert.Equal(DeliveryState.Unheard, (await office.Slack.Mention(office.Ada, office.Channel).Outcome).State);
    }

    [Fact]
    public async Task Events_BeyondTheHourlyLimit_AreDroppedAndItIsSaid()
    {
        await using var office = await Office.OpenAsync(new() { EventsPerHour = 3 });
        await using var app = await office.ConnectAsync();
        for (var i = 0; i < 3; i++)
            await office.Slack.Mention(office.Ada, office.Channel).Outcome;

        Assert.Equal(DeliveryState.Unheard, (await office.Slack.Mention(office.Ada, office.Channel).Outcome).State);

        var said = await office.Slack.Deliveries.FirstAsync(one => one.Type == "app_rate_limited", TestContext.Current.CancellationToken);
        Assert.Equal(office.Workspace.Id, said.Json.GetProperty("team_id").GetString());
        office.Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);
    }

    [Fact]
    public async Task Messages_AskedFor_AreHeardWhereTheBotIs()
    {
        await using var office = await Office.OpenAsync();
        office.App.Events = new HashSet<string> { "message.im", "message.channels" };
        await using var app = await office.ConnectAsync();

        office.Slack.SayDirectly(office.Ada, "psst");
        office.Slack.Say(office.Ada, office.Channel, "hello");

        Assert.Equal("im", (await app.HearAsync("events_api")).GetProperty("payload").GetProperty("event").GetProperty("channel_type").GetString());
        Assert.Equal("hello", (await app.HearAsync("events_api", 2)).GetProperty("payload").GetProperty("event").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Reactions_ByTheThousand_AreAllAcknowledged()
    {
        await using var office = await Office.OpenAsync(new() { KeepsRecords = false, EventsPerHour = null, RateLimits = QuizBot.Emulators.Slack.Api.SlackRateLimits.None });
        await using var app = await office.ConnectAsync();
        var message = office.Slack.Say(office.Ada, office.Channel, "Choose");
        var members = Enumerable.Range(0, 5_000).Select(i => office.Slack.AddMember(office.Workspace, $"m{i}")).ToList();

        var deliveries = members.ConvertAll(member =>
        {
            office.Slack.Join(member, office.Channel);
            return office.Slack.React(member, message, "one");
        });
        var outcomes = await Task.WhenAll(deliveries.Select(one => one.Outcome));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsAcknowledged));
        Assert.Equal(5_000, message.WhoReacted("one").Count);
    }
}
