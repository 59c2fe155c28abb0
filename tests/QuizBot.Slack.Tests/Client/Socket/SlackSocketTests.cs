using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Slack.Client.Socket;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Socket;

public sealed class SlackSocketTests
{
    private readonly FakeTimeProvider time = new();
    private readonly TestLog log = new();
    private readonly Listener listener = new();
    private readonly Deliveries deliveries;
    private readonly Presence presence;
    private int gains;

    public SlackSocketTests()
    {
        deliveries = new Deliveries(listener.HearAsync, log);
        presence = new Presence(() => gains++);
    }

    [Fact]
    public async Task Hello_MakesTheConnectionCount()
    {
        await using var slack = Open();
        Assert.False(presence.IsHeard);
        await slack.SendAsync(Frames.Hello);
        Assert.True(await slack.Socket.Hello);
        Assert.True(presence.IsHeard);
        await slack.Socket.AbortAsync();
        Assert.False(presence.IsHeard);
    }

    [Fact]
    public async Task Presence_IsGainedOnceUntilNoConnectionIsLeft()
    {
        await using var one = await UpAsync();
        await using var other = await UpAsync();
        await one.Socket.AbortAsync();
        await using var third = await UpAsync();
        Assert.Equal((true, 1), (presence.IsHeard, gains));
        await other.Socket.AbortAsync();
        await third.Socket.AbortAsync();
        Assert.False(presence.IsHeard);
        await using var fourth = await UpAsync();
        Assert.Equal((true, 2), (presence.IsHeard, gains));

        async Task<ScriptedSlack> UpAsync()
        {
            var slack = Open();
            await slack.SendAsync(Frames.Hello);
            Assert.True(await slack.Socket.Hello);
            return slack;
        }
    }

    [Fact]
    public async Task Hello_OfAConnectionThatEndedBefore_IsFalse()
    {
        await using var slack = Open();
        await slack.CloseAsync();
        Assert.False(await slack.Socket.Hello);
        Assert.Equal(SocketEnd.Dropped, await slack.Socket.Leaving);
    }

    [Fact]
    public async Task Envelope_IsAcknowledgedWhenItWasHeardAndNotBefore()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = e => e.Id == "Eve1" ? new(durable.Task) : default;
        await using var slack = Open();
        await slack.SendAsync(Frames.Reaction("e1"));
        await slack.SendAsync(Frames.Reaction("e2"));
        await slack.AcknowledgedAsync("e2");
        Assert.Equal(["e2"], slack.Acknowledged);
        durable.SetResult(default);
        await slack.AcknowledgedAsync("e1");
        Assert.Equal("""{"envelope_id":"e1"}""", slack.Sent.All[^1]);
    }

    [Fact]
    public async Task Envelopes_AreHandedInInOrderWithoutWaitingForEachOther()
    {
        var never = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = _ => new(never.Task);
        await using var slack = Open();
        for (var i = 0; i < 100; i++)
            await slack.SendAsync(Frames.Reaction($"e{i}"));
        await listener.FirstAsync<ReactionHeard>(e => e.Id == "Eve99");
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"Eve{i}"), listener.Events.All.Select(e => e.Id));
    }

    [Fact]
    public async Task Envelope_ThatCouldNotBeHeard_IsNotAcknowledgedAndHarmsNoOther()
    {
        listener.Answer = e => e.Id switch
        {
            "Eve1" => throw new InvalidOperationException("at once"),
            "Eve2" => new(Task.FromException<SlackAcknowledgement>(new InvalidOperationException("later"))),
            _ => default,
        };
        await using var slack = Open();
        foreach (var id in new[] { "e1", "e2", "e3" })
            await slack.SendAsync(Frames.Reaction(id));
        await slack.AcknowledgedAsync("e3");
        Assert.Equal(["e3"], slack.Acknowledged);
        Assert.Equal(2, log.From(LogLevel.Error).Count(l => l.Contains("Slack delivers it again", StringComparison.Ordinal)));
        Assert.Equal(0, deliveries.Count);

        // Delivered again, it is heard again.
        listener.Answer = _ => default;
        await slack.SendAsync(Frames.Reaction("e1"));
        await slack.AcknowledgedAsync("e1");
    }

    [Fact]
    public async Task Acknowledgement_CarriesAPayloadWhereSlackAcceptsOne()
    {
        listener.Answer = _ => new(new SlackAcknowledgement("""{"response_action":"errors","errors":{"time":"No such time."}}"""u8.ToArray()));
        await using var slack = Open();
        await slack.SendAsync(Frames.Envelope("form", "interactive", Frames.Submission(), accepts: true));
        await slack.SendAsync(Frames.Reaction("event"));
        Assert.Equal("No such time.", (await slack.AcknowledgedAsync("form")).GetProperty("payload").GetProperty("errors").GetProperty("time").GetString());
        Assert.False((await slack.AcknowledgedAsync("event")).TryGetProperty("payload", out _));
    }

    [Fact]
    public async Task Acknowledgement_ThatCannotBeWritten_EndsTheConnectionAndIsLogged()
    {
        listener.Answer = _ => new(new SlackAcknowledgement("{no json"u8.ToArray()));
        await using var slack = Open();
        await slack.SendAsync(Frames.Envelope("form", "interactive", Frames.Submission(), accepts: true));
        Assert.Equal(SocketEnd.Dropped, await slack.Socket.Leaving);
        Assert.NotEmpty(log.From(LogLevel.Error));
    }

    [Fact]
    public async Task Envelope_OfEachType_IsTyped()
    {
        await using var slack = Open();
        await slack.SendAsync(Frames.Envelope("e1", "slash_commands", Frames.Command(), accepts: true));
        await slack.SendAsync(Frames.Envelope("e2", "interactive", Frames.Press()));
        await slack.SendAsync(Frames.Envelope("e3", "events_api", Frames.ReactionAdded()));
        await slack.AcknowledgedAsync("e3");
        Assert.Collection(listener.Events.All, e => Assert.IsType<CommandUsed>(e), e => Assert.IsType<ActionTaken>(e), e => Assert.IsType<ReactionHeard>(e));
    }

    [Fact]
    public async Task Envelope_WhileTheSameIsBeingHeardElsewhere_IsHeardOnceAndAcknowledgedTwice()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = e => e.Id == "Evsame" ? new(durable.Task) : default;
        await using var one = Open();
        await using var other = Open();
        await one.SendAsync(Frames.Reaction("same"));
        await listener.FirstAsync<ReactionHeard>();
        await other.SendAsync(Frames.Reaction("same"));
        await other.SendAsync(Frames.Reaction("marker"));
        await other.AcknowledgedAsync("marker");
        Assert.Single(listener.Events.All, e => e.Id == "Evsame");
        Assert.Equal(1, deliveries.Count);

        durable.SetResult(default);
        await one.AcknowledgedAsync("same");
        await other.AcknowledgedAsync("same");

        // After that it is new, and whether it counts is not for the client to say.
        await other.SendAsync(Frames.Reaction("same"));
        await other.Sent.NthAsync(2, s => s.Contains("same", StringComparison.Ordinal));
        Assert.Equal(2, listener.Events.All.Count(e => e.Id == "Evsame"));
    }

    [Theory]
    [InlineData("""{"envelope_id":"odd","type":"something_new","payload":{}}""", LogLevel.Debug)]
    [InlineData("""{"envelope_id":"odd","type":"events_api","payload":{"team_id":"T1","event":{"type":"emoji_changed"}}}""", LogLevel.Debug)]
    [InlineData("""{"envelope_id":"odd","type":"interactive","payload":{"type":"shortcut"}}""", LogLevel.Debug)]
    [InlineData("""{"envelope_id":"odd","type":"events_api","payload":{"team_id":"T1","event":{"type":"reaction_added","item":{"type":"message"}}}}""", LogLevel.Warning)]
    [InlineData("""{"envelope_id":"odd","type":"events_api","payload":"what"}""", LogLevel.Warning)]
    [InlineData("""{"envelope_id":"odd","type":"slash_commands"}""", LogLevel.Warning)]
    public async Task Envelope_ThatIsNotUnderstood_IsAcknowledgedAndLoggedInOneLine(string frame, LogLevel level)
    {
        await using var slack = Open();
        await slack.SendAsync(frame);
        await slack.AcknowledgedAsync("odd");
        Assert.Empty(listener.Events.All);
        Assert.Equal(level, Assert.Single(log.Lines).Level);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("[1,2]")]
    [InlineData("""{"type":"hello","envelope_id":7,}""")]
    public async Task Frame_ThatIsNoEnvelope_IsPassedOverInOneLine(string frame)
    {
        await using var slack = Open();
        await slack.SendAsync(frame);
        await slack.SendAsync(Frames.Reaction("e1"));
        await slack.AcknowledgedAsync("e1");
        Assert.Contains("not understood", Assert.Single(log.Lines).Line, StringComparison.Ordinal);
        Assert.Equal(["e1"], slack.Acknowledged);
    }

    [Fact]
    public async Task Frame_OfTenMegabytes_IsRefusedAndTheConnectionRenewed()
    {
        await using var slack = Open();
        await slack.SendAsync(Frames.Reaction("before"));
        await slack.AcknowledgedAsync("before");
        await slack.SendAsync(new byte[10 << 20]);
        await slack.Socket.Closed;
        Assert.Equal(SocketEnd.Dropped, await slack.Socket.Leaving);
        Assert.Contains("more than 4194304 bytes", Assert.Single(log.From(LogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_OfSomeMegabytes_IsRead()
    {
        await using var slack = Open();
        var text = Frames.Envelope("large", "events_api", Frames.Event($$"""{"type":"app_mention","user":"U1","text":"{{new string('x', 3 << 20)}}","ts":"1.2","channel":"C1"}"""));
        await slack.SendAsync(text);
        await slack.AcknowledgedAsync("large");
        Assert.IsType<BotMentioned>(Assert.Single(listener.Events.All));
        await slack.SendAsync(Encoding.UTF8.GetBytes(Frames.Reaction("small")), WebSocketMessageType.Binary);
        await slack.AcknowledgedAsync("small");
    }

    [Theory]
    [InlineData("warning", "Refresh")]
    [InlineData("refresh_requested", "Refresh")]
    [InlineData("something_new", "Refresh")]
    [InlineData("link_disabled", "SwitchedOff")]
    [InlineData("too_many_websockets", "TooMany")]
    public async Task Disconnect_ForEachReason_AsksForASuccessorAndIsHeardOn(string reason, string end)
    {
        await using var slack = Open();
        await slack.SendAsync(Frames.Disconnect(reason));
        Assert.Equal(end, (await slack.Socket.Leaving).ToString());
        await slack.SendAsync(Frames.Reaction("e1"));
        await slack.AcknowledgedAsync("e1");
    }

    [Fact]
    public async Task Retirement_HearsAndAcknowledgesUntilSlackCloses()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = e => e.Id == "Eve2" ? new(durable.Task) : default;
        await using var slack = Open();
        var retiring = slack.Socket.RetireAsync();
        await slack.SendAsync(Frames.Reaction("e1"));
        await slack.AcknowledgedAsync("e1");
        await slack.SendAsync(Frames.Reaction("e2"));
        await slack.CloseAsync();
        await slack.Socket.Leaving;
        Assert.False(retiring.IsCompleted);

        durable.SetResult(default);
        Assert.True(await slack.ClosedAsync());
        Assert.Equal(["e1", "e2"], slack.Acknowledged);
        await retiring;
    }

    [Fact]
    public async Task Retirement_ThatSlackDoesNotFinish_AcknowledgesWhatIsBeingHeardAndCloses()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = _ => new(durable.Task);
        await using var slack = Open();
        var retiring = slack.Socket.RetireAsync();
        await slack.SendAsync(Frames.Reaction("e1"));
        await listener.FirstAsync<ReactionHeard>();
        time.Advance(new SocketTimes().Overlap);
        durable.SetResult(default);
        Assert.True(await slack.ClosedAsync());
        Assert.Equal(["e1"], slack.Acknowledged);
        await slack.CloseAsync();
        await retiring;
        Assert.Empty(log.From(LogLevel.Warning));
    }

    [Fact]
    public async Task Retirement_OfAConnectionThatHangs_EndsAllTheSame()
    {
        listener.Answer = _ => new(new TaskCompletionSource<SlackAcknowledgement>().Task);
        await using var slack = Open();
        await slack.SendAsync(Frames.Reaction("e1"));
        await listener.FirstAsync<ReactionHeard>();
        await FakeClock.RunAsync(time, slack.Socket.RetireAsync(), () => true);
    }

    [Fact]
    public async Task Stop_HearsNothingMore()
    {
        await using var slack = Open();
        await slack.SendAsync(Frames.Hello);
        Assert.True(await slack.Socket.Hello);
        var stopping = slack.Socket.DisposeAsync();
        Assert.True(await slack.ClosedAsync());
        await slack.SendAsync(Frames.Reaction("late"));
        await slack.CloseAsync();
        await stopping;
        Assert.Empty(listener.Events.All);
    }

    [Fact]
    public async Task Silence_WithoutServerPings_EndsTheConnection()
    {
        await using var slack = Open();
        await slack.SendAsync(Frames.Hello);
        Assert.True(await slack.Socket.Hello);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(slack.Socket.Leaving.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(SocketEnd.Dropped, await slack.Socket.Leaving);
        Assert.Contains(log.Lines, l => l.Line.Contains("silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silence_WithoutPongs_EndsTheConnection()
    {
        // Nobody reads at the other end, so no ping is answered. The framework's own clock is real.
        var (client, other) = DuplexStream.NewPair();
        await using var end = other;
        var socket = new SlackSocket(client, deliveries, presence, new SocketTimes { PingAfter = TimeSpan.FromMilliseconds(100), PongWithin = TimeSpan.FromMilliseconds(100) }, time, log);
        Assert.Equal(SocketEnd.Dropped, await socket.Leaving.WaitAsync(TestContext.Current.CancellationToken));
        await socket.Closed;
    }

    [Fact]
    public async Task Envelopes_BeyondTheBound_WaitUntilOthersWereHeard()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>(TaskCreationOptions.RunContinuationsAsynchronously);
        listener.Answer = _ => new(durable.Task);
        await using var slack = Open();
        for (var i = 0; i < Deliveries.Most + 10; i++)
            await slack.SendAsync(Frames.Reaction($"e{i}"));
        await listener.FirstAsync<ReactionHeard>(e => e.Id == $"Eve{Deliveries.Most - 1}");
        Assert.Equal(Deliveries.Most, deliveries.Count);
        Assert.Equal(Deliveries.Most, listener.Events.All.Count);
        durable.SetResult(default);
        await slack.AcknowledgedAsync($"e{Deliveries.Most + 9}");
        await slack.Sent.NthAsync(Deliveries.Most + 10, _ => true);
    }

    [Fact]
    public async Task Abort_WhileNothingMoreFits_DoesNotWaitForRoom()
    {
        listener.Answer = _ => new(new TaskCompletionSource<SlackAcknowledgement>().Task);
        await using var slack = Open();
        for (var i = 0; i <= Deliveries.Most; i++)
            await slack.SendAsync(Frames.Reaction($"e{i}"));
        await listener.FirstAsync<ReactionHeard>(e => e.Id == $"Eve{Deliveries.Most - 1}");
        await slack.Socket.AbortAsync();
        Assert.True(slack.Socket.Closed.IsCompletedSuccessfully);
    }

    private ScriptedSlack Open() => ScriptedSlack.Open(deliveries, presence, time, log);
}
