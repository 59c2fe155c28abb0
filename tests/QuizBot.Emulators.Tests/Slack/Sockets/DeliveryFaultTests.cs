using System.Net.WebSockets;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Sockets;

public sealed class DeliveryFaultTests
{
    [Fact]
    public async Task Duplicated_OnTwoConnections_ComesOnBoth()
    {
        await using var office = await Office.OpenAsync();
        await using var first = await office.ConnectAsync();
        await using var second = await office.ConnectAsync();
        await second.HearAsync("hello");
        office.Slack.Faults.SpoilDeliveries(DeliveryFaultKind.Duplicated, "app_mention");

        office.Slack.Mention(office.Ada, office.Channel);

        var (one, other) = (await first.HearAsync("events_api"), await second.HearAsync("events_api"));
        Assert.Equal(one.GetProperty("payload").GetProperty("event_id").GetString(), other.GetProperty("payload").GetProperty("event_id").GetString());
        Assert.NotEqual(one.GetProperty("envelope_id").GetString(), other.GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task Tripled_OnOneConnection_ComesThreeTimes()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        office.Slack.Faults.SpoilDeliveries(DeliveryFaultKind.Tripled);

        var delivery = office.Slack.Mention(office.Ada, office.Channel);

        await app.HearAsync("events_api", 3);
        Assert.Equal(3, delivery.Attempts.Count);
    }

    [Fact]
    public async Task Reordered_ComesAfterTheNext()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        office.Slack.Faults.SpoilDeliveries(DeliveryFaultKind.Reordered);

        var held = office.Slack.Mention(office.Ada, office.Channel, "first");
        office.Slack.Mention(office.Ada, office.Channel, "second");

        Assert.Contains("second", (await app.HearAsync("events_api")).GetProperty("payload").GetProperty("event").GetProperty("text").GetString());
        Assert.Contains("first", (await app.HearAsync("events_api", 2)).GetProperty("payload").GetProperty("event").GetProperty("text").GetString());
        Assert.True((await held.Outcome).IsAcknowledged);
    }

    [Fact]
    public async Task Reordered_WithNothingAfterIt_GoesWhenTheFaultsEnd()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        office.Slack.Faults.SpoilDeliveries(DeliveryFaultKind.Reordered);
        var held = office.Slack.Mention(office.Ada, office.Channel);

        office.Slack.Faults.StopSpoilingDeliveries();

        Assert.True((await held.Outcome).IsAcknowledged);
    }

    [Fact]
    public async Task Delayed_ComesWhenItsTimeHasCome()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        office.Slack.Faults.SpoilDeliveries(DeliveryFaultKind.Delayed, delay: TimeSpan.FromSeconds(30));
        var delivery = office.Slack.Mention(office.Ada, office.Channel);

        Assert.Empty(delivery.Attempts);
        office.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.True((await delivery.Outcome).IsAcknowledged);
    }

    [Theory]
    [InlineData(DeliveryFaultKind.Lost, 1)]
    [InlineData(DeliveryFaultKind.LateAcknowledgement, 2)]
    public async Task FirstAttempt_LostOrAcknowledgedLate_IsTriedAgain(DeliveryFaultKind kind, int heard)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        office.Slack.Faults.SpoilDeliveries(kind, "app_mention");
        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        if (heard == 2)
        {
            await app.HearAsync("events_api");
            await app.Record.Received.FirstAsync(_ => true, TestContext.Current.CancellationToken);
        }
        Assert.False(delivery.Outcome.IsCompleted);

        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(2, (await delivery.Outcome).Attempts);
        Assert.Equal(1, (await app.HearAsync("events_api", heard)).GetProperty("retry_attempt").GetInt32());
    }

    [Fact]
    public async Task HalfOpen_Connection_StaysAndSaysNothing()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");
        office.Slack.Faults.HalfOpenConnections();
        var delivery = office.Slack.Mention(office.Ada, office.Channel);
        await using var next = await office.ConnectAsync();
        await next.HearAsync("hello");

        office.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.True(app.Record.IsOpen);
        Assert.True((await delivery.Outcome).IsAcknowledged);
        Assert.Equal([1, 2], delivery.Attempts.Select(one => one.Connection!.Value));
    }

    [Fact]
    public async Task Slow_Connection_SaysItLater()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");
        office.Slack.Faults.SlowSockets = TimeSpan.FromSeconds(1);
        var delivery = office.Slack.Mention(office.Ada, office.Channel);

        while (!delivery.Outcome.IsCompleted)
        {
            office.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True((await delivery.Outcome).Attempts >= 1);
    }

    [Fact]
    public async Task Frames_ThatAreNone_ReachTheApp()
    {
        await using var office = await Office.OpenAsync();
        var url = (await office.OpenConnectionAsync()).AssertOk()["url"].GetString()!;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new(url), TestContext.Current.CancellationToken);
        await office.Slack.Connections.FirstAsync(_ => true, TestContext.Current.CancellationToken);
        var oversized = new string('x', 300_000);

        office.Slack.Faults.SendText("nonsense");
        office.Slack.Faults.SendText(oversized);
        office.Slack.Faults.SendBinary(new byte[] { 1, 2, 3 });
        office.Slack.Faults.SendRaw(Enumerable.Repeat((byte)0xFF, 32).ToArray());

        await ReceiveAsync(socket);
        Assert.Equal("nonsense", (await ReceiveAsync(socket)).Text);
        Assert.Equal(oversized, (await ReceiveAsync(socket)).Text);
        Assert.Equal(WebSocketMessageType.Binary, (await ReceiveAsync(socket)).Type);
        await Assert.ThrowsAsync<WebSocketException>(() => ReceiveAsync(socket));
    }

    private static async Task<(string Text, WebSocketMessageType Type)> ReceiveAsync(ClientWebSocket socket)
    {
        var (buffer, all) = (new byte[16 * 1024], new MemoryStream());
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            all.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return (System.Text.Encoding.UTF8.GetString(all.ToArray()), part.MessageType);
        }
    }
}
