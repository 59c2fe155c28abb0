using System.Net.WebSockets;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Sockets;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Connection_ThatOpens_IsGreeted()
    {
        await using var office = await Office.OpenAsync();
        await using var first = await office.ConnectAsync();
        await using var second = await office.ConnectAsync();

        Assert.Equal(1, (await first.HearAsync("hello")).GetProperty("num_connections").GetInt32());
        var hello = await second.HearAsync("hello");
        Assert.Equal(2, hello.GetProperty("num_connections").GetInt32());
        Assert.Equal(office.App.Id, hello.GetProperty("connection_info").GetProperty("app_id").GetString());
        Assert.True(first.Record.IsOpen);
    }

    [Fact]
    public async Task Ticket_OfAConnection_IsGoodOnce()
    {
        await using var office = await Office.OpenAsync();
        var url = new Uri((await office.OpenConnectionAsync()).AssertOk()["url"].GetString()!);
        using var first = new ClientWebSocket();
        using var second = new ClientWebSocket();
        await first.ConnectAsync(url, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(url, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Connections_BeyondTen_AreSentAway()
    {
        await using var office = await Office.OpenAsync(new() { ConnectionsPerApp = 2, RateLimits = QuizBot.Emulators.Slack.Api.SlackRateLimits.None });
        await using var first = await office.ConnectAsync();
        await using var second = await office.ConnectAsync();
        await using var third = await office.ConnectAsync();

        Assert.Equal("too_many_websockets", (await third.HearAsync("disconnect")).GetProperty("reason").GetString());
        await third.Ended;
        Assert.True(first.Record.IsOpen && second.Record.IsOpen);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Connection_ThatIsToBeRenewed_EndsAWhileLater(string reason)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");

        Assert.Equal(1, reason == "warning" ? office.Slack.Faults.Warn() : office.Slack.Faults.RequestRefresh());

        Assert.Equal(reason, (await app.HearAsync("disconnect")).GetProperty("reason").GetString());
        Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);
        office.Time.Advance(TimeSpan.FromSeconds(10));
        await app.Ended;
        await app.Record.Ended;
        Assert.Equal(1000, app.Record.ClosedByServer);
    }

    [Fact]
    public async Task Connection_WithALifetime_IsAskedToRefreshByItself()
    {
        await using var office = await Office.OpenAsync(new() { ConnectionLifetime = TimeSpan.FromHours(2) });
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");

        office.Time.Advance(TimeSpan.FromHours(2));

        await app.HearAsync("disconnect");
    }

    [Fact]
    public async Task SocketMode_SwitchedOff_EndsConnectionsAndGreetsNoNewOne()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");

        office.Slack.Faults.DisableLink(office.App);

        Assert.Equal("link_disabled", (await app.HearAsync("disconnect")).GetProperty("reason").GetString());
        await using var next = await office.ConnectAsync();
        Assert.Equal("link_disabled", (await next.HearAsync("disconnect")).GetProperty("reason").GetString());
        office.Slack.Faults.EnableLink(office.App);
        await using var last = await office.ConnectAsync();
        await last.HearAsync("hello");
    }

    [Fact]
    public async Task Connection_ThatIsDropped_EndsWithoutAWord()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");

        office.Slack.Faults.DropConnections();

        await app.Ended;
        await app.Record.Ended;
        Assert.Equal((null, null), (app.Record.ClosedByServer, app.Record.ClosedByClient));
    }

    [Fact]
    public async Task Connection_ClosedByTheApp_GetsNothingMore()
    {
        await using var office = await Office.OpenAsync();
        await using var leaving = await office.ConnectAsync();
        await using var staying = await office.ConnectAsync();
        await leaving.CloseAsync();
        await leaving.Record.Ended;

        for (var i = 0; i < 4; i++)
            Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);

        Assert.Equal(1000, leaving.Record.ClosedByClient);
        Assert.Equal(4, staying.Record.Acknowledgements);
    }

    [Fact]
    public async Task Connection_IsPinged()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        await app.HearAsync("hello");

        office.Time.Advance(TimeSpan.FromSeconds(25));

        // The pong of the client's own library is heard before what is sent after the ping.
        Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);
        Assert.Equal(1, app.Record.PongsReceived);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"envelope_id":"00000000-0000-0000-0000-000000000000"}""")]
    public async Task Message_ThatAcknowledgesNothing_IsCountedAndHarmsNothing(string text)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();

        await app.SendAsync(text);

        Assert.True((await office.Slack.Mention(office.Ada, office.Channel).Outcome).IsAcknowledged);
        Assert.Equal(1, app.Record.StrayAcknowledgements);
        Assert.Contains(text, app.Record.Received.All);
    }
}
