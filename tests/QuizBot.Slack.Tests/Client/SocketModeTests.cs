using System.Text;
using Microsoft.Extensions.Logging;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Slack.Client.Socket;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client;

public sealed class SocketModeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_ThatStarts_KnowsItselfAndHears()
    {
        await using var house = await ClientHouse.OpenAsync();
        Assert.Null(house.Client.Identity);
        Assert.False(house.Client.IsConnected);
        await house.StartAsync();
        var identity = house.Client.Identity!;
        Assert.Equal((house.Workspace.Id, "Acme", house.Workspace.Bot.Id, house.Workspace.Bot.BotId), (identity.TeamId, identity.TeamName, identity.UserId, identity.BotId));
        Assert.Equal(house.Workspace.Scopes.Order(), identity.Scopes.Order());
        Assert.True(house.Client.IsConnected);
        Assert.Equal(house.Workspace.Id, Assert.Single(house.Listener.Events.All.OfType<SlackConnected>()).Team);

        await AssertHearsAsync(house);
        var heard = await house.Listener.FirstAsync<ReactionHeard>();
        Assert.Equal((house.Workspace.Id, house.General.Id, house.Ada.Id, "one", true), (heard.Team, heard.Channel, heard.User, heard.Reaction, heard.Added));
    }

    [Theory]
    [InlineData(1, "refresh_requested")]
    [InlineData(2, "refresh_requested")]
    [InlineData(1, "warning")]
    [InlineData(3, "warning")]
    public async Task Refresh_OpensTheNewBeforeTheOldIsClosedAndLeavesNoGap(int connections, string reason)
    {
        await using var house = await ClientHouse.OpenAsync(new() { RefreshGrace = TimeSpan.FromSeconds(0.5), EventsPerHour = null });
        house.NewClient(o => o with { Connections = connections });
        await house.StartAsync(connections);
        var message = house.Slack.Say(house.Ada, house.General, "?");
        var deliveries = new List<EmulatedDelivery>();
        for (var round = 1; round <= 3; round++)
        {
            var old = house.Slack.Connections.All.Where(c => c.IsOpen).ToList();
            Assert.True((reason == "warning" ? house.Slack.Faults.Warn() : house.Slack.Faults.RequestRefresh()) >= connections);
            var over = Task.WhenAll(old.Select(c => c.Ended));
            while (!over.IsCompleted)
            {
                deliveries.Add(house.Slack.React(house.Ada, message, "one"));
                deliveries.Add(house.Slack.Unreact(house.Ada, message, "one"));
                await Task.WhenAll(deliveries.TakeLast(2).Select(d => d.Outcome));
                Assert.True(house.Client.IsConnected);
            }
        }

        Assert.All(deliveries, d => Assert.Equal((true, 1), (d.Outcome.Result.IsAcknowledged, d.Outcome.Result.Attempts)));
        Assert.Single(house.Listener.Events.All.OfType<SlackConnected>());
        Assert.Equal(connections * 4, house.Slack.Connections.All.Count);
        Assert.Empty(house.Log.From(LogLevel.Warning));
    }

    [Fact]
    public async Task Refresh_ThatSlackDoesNotFinish_IsFinishedByTheClient()
    {
        await using var house = await ClientHouse.OpenAsync(new() { RefreshGrace = TimeSpan.FromHours(1) });
        house.NewClient(o => o with { Times = new SocketTimes { Overlap = TimeSpan.FromSeconds(0.2) } });
        await house.StartAsync();
        house.Slack.Faults.RequestRefresh();
        await Task.WhenAll(house.Slack.Connections.All.Take(2).Select(c => c.Ended));
        Assert.All(house.Slack.Connections.All.Take(2), c => Assert.Equal(1000, c.ClosedByClient));
        await AssertHearsAsync(house);
        Assert.Single(house.Listener.Events.All.OfType<SlackConnected>());
    }

    [Fact]
    public async Task Drop_OfAllConnections_IsMendedAndTold()
    {
        await using var house = await ClientHouse.OpenAsync();
        await house.StartAsync();
        Assert.Equal(2, house.Slack.Faults.DropConnections());
        await house.Listener.Events.NthAsync(2, e => e is SlackConnected);
        await house.Slack.Connections.NthAsync(4, _ => true, Cancellation);
        await AssertHearsAsync(house);
    }

    [Fact]
    public async Task HalfOpenConnections_AreNoticedAndReplaced()
    {
        await using var house = await ClientHouse.OpenAsync(new() { Deadline = TimeSpan.FromMinutes(1) });
        house.NewClient(o => o with { Times = new SocketTimes { PingAfter = TimeSpan.FromSeconds(0.1), PongWithin = TimeSpan.FromSeconds(0.1) } });
        await house.StartAsync();
        house.Slack.Faults.HalfOpenConnections();
        await house.Listener.Events.NthAsync(2, e => e is SlackConnected);
        await AssertHearsAsync(house);
    }

    [Fact]
    public async Task LinkDisabled_IsSaidClearlyAndMendedWhenItIsSwitchedOn()
    {
        await using var house = await ClientHouse.OpenAsync();
        house.NewClient(o => o with { Times = new SocketTimes { SwitchedOff = TimeSpan.FromSeconds(0.2) } });
        await house.StartAsync();
        house.Slack.Faults.DisableLink(house.Workspace.App);
        // As it opens nothing more, Slack says so on each new connection.
        await house.Slack.Connections.NthAsync(6, _ => true, Cancellation);
        Assert.Contains(house.Log.From(LogLevel.Error), l => l.Contains("Socket Mode is switched off", StringComparison.Ordinal));
        Assert.DoesNotContain(house.Log.Lines, l => l.Level == LogLevel.Warning);
        house.Slack.Faults.EnableLink(house.Workspace.App);
        await house.Listener.Events.NthAsync(2, e => e is SlackConnected);
        await AssertHearsAsync(house);
    }

    [Fact]
    public async Task Opening_ThatFails_IsTriedAgainWhateverTheReason()
    {
        await using var house = await ClientHouse.OpenAsync();
        house.Slack.Faults.Refuse("apps.connections.open", 503);
        house.Slack.Faults.Refuse("apps.connections.open", 429, retryAfter: TimeSpan.FromSeconds(1));
        house.Slack.Faults.Fail("apps.connections.open", "internal_error");
        house.Slack.Faults.Fail("apps.connections.open", "something_new");
        house.Slack.Faults.LoseAnswer("apps.connections.open");
        house.Slack.Faults.Requests.Add(new() { Kind = Emulators.Faults.RequestFaultKind.Refused, Path = "apps.connections.open", Status = 200, Body = """{"ok":true,"url":"ftp://evil.example/"}""" });
        house.Slack.Faults.Refuse("auth.test", 503, times: 2);
        await house.StartAsync();
        await AssertHearsAsync(house);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_authed")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    [InlineData("not_allowed_token_type")]
    public async Task Tokens_ThatAreRefused_StopTheClientWithALineThatSaysWhatToDo(string word)
    {
        foreach (var (method, setting) in new[] { ("auth.test", "Slack:BotToken"), ("apps.connections.open", "Slack:AppToken") })
        {
            await using var house = await ClientHouse.OpenAsync();
            house.Slack.Faults.Fail(method, word);
            var refused = await Assert.ThrowsAsync<Chat.PlatformRefusedException>(() => house.RunAsync().WaitAsync(Cancellation));
            Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
            Assert.DoesNotContain("xoxb-1", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AppToken_WithoutItsScope_StopsTheClient()
    {
        await using var house = await ClientHouse.OpenAsync();
        house.Workspace.App.AppScopes = new HashSet<string> { "authorizations:read" };
        var refused = await Assert.ThrowsAsync<Chat.PlatformRefusedException>(() => house.RunAsync().WaitAsync(Cancellation));
        Assert.Contains("connections:write", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_ThatAreRefusedLater_StopTheClientToo()
    {
        await using var house = await ClientHouse.OpenAsync();
        await house.StartAsync();
        house.Slack.Faults.Fail("apps.connections.open", "invalid_auth");
        house.Slack.Faults.DropConnections();
        await Assert.ThrowsAsync<Chat.PlatformRefusedException>(() => house.Running.WaitAsync(Cancellation));
        Assert.False(house.Client.IsConnected);
    }

    [Fact]
    public async Task Connections_BeyondWhatSlackAllows_AreTriedAgainWhileTheOthersHear()
    {
        await using var house = await ClientHouse.OpenAsync(new() { ConnectionsPerApp = 1 });
        await house.StartAsync();
        await AssertHearsAsync(house);
        while (!house.Log.From(LogLevel.Warning).Any(l => l.Contains("too_many_websockets", StringComparison.Ordinal)))
            await Task.Yield();
        Assert.True(house.Client.IsConnected);
    }

    [Theory]
    [InlineData(DeliveryFaultKind.Duplicated, 2)]
    [InlineData(DeliveryFaultKind.Tripled, 3)]
    [InlineData(DeliveryFaultKind.LateAcknowledgement, 2)]
    [InlineData(DeliveryFaultKind.Lost, 1)]
    public async Task Event_ThatComesAgainInAnotherEnvelope_KeepsItsId(DeliveryFaultKind fault, int times)
    {
        await using var house = await ClientHouse.OpenAsync(new() { Deadline = TimeSpan.FromSeconds(0.3) });
        await house.StartAsync();
        house.Slack.Faults.SpoilDeliveries(fault, "reaction_added");
        var delivery = React(house);
        await house.Listener.Events.NthAsync(times, e => e.Id == delivery.Id);
        while (delivery.Attempts.Count(a => a.IsAcknowledged) < (fault == DeliveryFaultKind.LateAcknowledgement ? 1 : times))
            await Task.Yield();
        Assert.True((await delivery.Outcome).IsAcknowledged);
    }

    [Fact]
    public async Task Event_ThatCouldNotBeHeard_ComesAgain()
    {
        await using var house = await ClientHouse.OpenAsync(new() { Deadline = TimeSpan.FromSeconds(0.3) });
        await house.StartAsync();
        var times = 0;
        house.Listener.Answer = _ => ++times == 1 ? throw new InvalidOperationException("disk full") : default;
        var delivery = React(house);
        Assert.True((await delivery.Outcome).IsAcknowledged);
        Assert.False(delivery.Attempts[0].IsAcknowledged);
        Assert.All(house.Listener.Events.All.OfType<ReactionHeard>(), e => Assert.Equal(delivery.Id, e.Id));
    }

    [Fact]
    public async Task Form_IsAnsweredWithItsErrors()
    {
        await using var house = await ClientHouse.OpenAsync();
        await house.StartAsync();
        house.Listener.Answer = e => e is CommandUsed ? new(new SlackAcknowledgement("""{"response_type":"ephemeral","text":"Done."}"""u8.ToArray())) : default;
        var outcome = await house.Slack.UseCommand(house.Ada, house.General, "/daily set 09:00").Delivery.Outcome;
        Assert.Equal("Done.", outcome.Payload!.Value.GetProperty("text").GetString());
        Assert.Equal("set 09:00", (await house.Listener.FirstAsync<CommandUsed>()).Text);
    }

    [Fact]
    public async Task Rubbish_OfAnyKind_HarmsNothing()
    {
        await using var house = await ClientHouse.OpenAsync();
        await house.StartAsync();
        house.Slack.Faults.SendText("");
        house.Slack.Faults.SendText("{\"type\":");
        house.Slack.Faults.SendText("""{"type":"events_api","payload":{}}""");
        house.Slack.Faults.SendBinary(new byte[100]);
        await AssertHearsAsync(house);
        Assert.Equal(2, house.Slack.Connections.All.Count);

        // Ten megabytes, and bytes that are no frames: another connection is opened.
        house.Slack.Faults.SendText(new string('x', 10 << 20));
        await house.Slack.Connections.NthAsync(4, _ => true, Cancellation);
        await AssertHearsAsync(house);
        house.Slack.Faults.SendRaw(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
        await house.Slack.Connections.NthAsync(6, _ => true, Cancellation);
        await AssertHearsAsync(house);
    }

    [Fact]
    public async Task Stop_AcknowledgesWhatIsBeingHeardAndSaysGoodbye()
    {
        await using var house = await ClientHouse.OpenAsync();
        await house.StartAsync();
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        house.Listener.Answer = _ => new(durable.Task);
        var delivery = React(house);
        await house.Listener.FirstAsync<ReactionHeard>();
        var stopping = house.StopAsync();
        durable.SetResult(default);
        await stopping;
        Assert.Equal((true, 1), ((await delivery.Outcome).IsAcknowledged, (await delivery.Outcome).Attempts));
        await Task.WhenAll(house.Slack.Connections.All.Select(c => c.Ended));
        Assert.All(house.Slack.Connections.All, c => Assert.Equal(1000, c.ClosedByClient));
        Assert.False(house.Client.IsConnected);
    }

    [Fact]
    public async Task Secrets_AreInNoLogAndNoFailure()
    {
        await using var house = await ClientHouse.OpenAsync();
        house.Slack.Faults.Refuse("apps.connections.open", 503);
        house.Slack.Faults.Fail("auth.test", "internal_error");
        await house.StartAsync();
        house.Slack.Faults.SendText("{");
        house.Slack.UseCommand(house.Ada, house.General, "/daily");
        var used = await house.Listener.FirstAsync<CommandUsed>();
        house.Slack.Faults.DropConnections();
        await house.Listener.Events.NthAsync(2, e => e is SlackConnected);
        await Task.WhenAll(house.Slack.Connections.All.Take(2).Select(c => c.Ended));
        await house.Slack.Connections.NthAsync(4, _ => true, Cancellation);
        house.Slack.Faults.Fail("chat.postMessage", house.Workspace.BotToken);
        var failed = await house.Client.CallAsync(new SlackCall("chat.postMessage", new Dictionary<string, string> { ["channel"] = house.General.Id }), Cancellation);
        house.Slack.Faults.Fail("apps.connections.open", "invalid_auth");
        house.Slack.Faults.DropConnections();
        var refused = await Assert.ThrowsAsync<Chat.PlatformRefusedException>(() => house.Running.WaitAsync(Cancellation));

        var all = string.Join('\n', [.. house.Log.From(LogLevel.Trace), .. house.Listener.Events.All.Select(e => e.ToString()), $"{failed.Failure}", $"{refused}"]);
        Assert.NotEmpty(house.Log.Lines);
        foreach (var secret in new[] { house.Workspace.BotToken, house.Workspace.App.AppToken, "ticket", used.Origin.TriggerId, used.Origin.ResponseUrl!.AbsoluteUri })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    private static EmulatedDelivery React(ClientHouse house) => house.Slack.React(house.Ada, house.Slack.Say(house.Ada, house.General, "?"), "one");

    private static async Task AssertHearsAsync(ClientHouse house)
    {
        var delivery = React(house);
        var outcome = await delivery.Outcome.WaitAsync(Cancellation);
        Assert.True(outcome.IsAcknowledged);
        Assert.Contains(house.Listener.Events.All, e => e.Id == delivery.Id);
    }
}
