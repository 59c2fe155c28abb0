using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Slack.Client.Http;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Http;

public sealed class SlackRequestsTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly TestLog<SlackRequests> log = new();
    private readonly Listener listener = new();
    private readonly SlackRequests requests;
    private readonly HttpWorkspace workspace;

    public SlackRequestsTests()
    {
        requests = new SlackRequests(time, log);
        workspace = requests.Add(Secret);
        workspace.Begin("T1", listener.HearAsync);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    [Fact]
    public async Task Event_IsHeardAndThenAnswered()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = _ => new(durable.Task);
        var answer = requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(), Secret, Now)).AsTask();
        await listener.FirstAsync<ReactionHeard>();
        Assert.False(answer.IsCompleted);
        durable.SetResult(default);
        Assert.Equal(SlackReply.Heard, await answer);
    }

    [Fact]
    public async Task Interaction_IsHeardAndItsPayloadGivenBack()
    {
        listener.Answer = _ => new(new SlackAcknowledgement("{\"response_action\":\"clear\"}"u8.ToArray()));
        var reply = await requests.AnswerAsync(SignedRequests.Interaction(Frames.Submission(), Secret, Now));
        Assert.Equal((200, "application/json", "{\"response_action\":\"clear\"}"), (reply.Status, reply.ContentType, Encoding.UTF8.GetString(reply.Body!.Value.Span)));
        Assert.Equal("Europe/Berlin", (await listener.FirstAsync<ViewSubmitted>()).Fields["zone"]);
        // An event takes none.
        Assert.Null((await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(), Secret, Now))).Body);
    }

    [Fact]
    public async Task Command_InAForm_IsHeard()
    {
        var reply = await requests.AnswerAsync(SignedRequests.Form(
            "team_id=T1&user_id=U1&user_name=ada&channel_id=C1&command=%2Fdaily&text=set+%3C%40U2%3E+%C3%A4&trigger_id=1.2&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2Fx", Secret, Now));
        Assert.Equal(200, reply.Status);
        var used = await listener.FirstAsync<CommandUsed>();
        Assert.Equal(("/daily", "set <@U2> ä", "https://hooks.slack.com/commands/x"), (used.Command, used.Text, used.Origin.ResponseUrl!.AbsoluteUri));
    }

    [Fact]
    public async Task Interaction_HasTheSameIdOverHttpAsOverTheSocket()
    {
        await requests.AnswerAsync(SignedRequests.Interaction(Frames.Press(), Secret, Now));
        Assert.Equal(
            QuizBot.Slack.Client.Wire.InteractionReader.Read(Encoding.UTF8.GetBytes(Frames.Press()), "envelope").Event!.Id,
            (await listener.FirstAsync<ActionTaken>()).Id);
    }

    [Fact]
    public async Task Verification_GivesTheChallengeBackWithoutHearing()
    {
        workspace.End();
        var reply = await requests.AnswerAsync(SignedRequests.Json("""{"token":"t","challenge":"3eZbrw1a\u0042","type":"url_verification"}""", Secret, Now));
        Assert.Equal((200, "3eZbrw1aB"), (reply.Status, Encoding.UTF8.GetString(reply.Body!.Value.Span)));
        Assert.Equal(401, (await requests.AnswerAsync(SignedRequests.Json("""{"challenge":"x","type":"url_verification"}""", "another", Now))).Status);
    }

    [Fact]
    public async Task Forgery_IsRefusedWithoutDetailAndNotRead()
    {
        var good = SignedRequests.Json(Frames.ReactionAdded(), Secret, Now);
        foreach (var forged in new[]
        {
            SignedRequests.Json(Frames.ReactionAdded(), "another secret", Now),
            good with { Body = Encoding.UTF8.GetBytes(Frames.ReactionAdded(user: "U2")) },
            good with { Signature = null },
            good with { Timestamp = null },
            SignedRequests.Json(Frames.ReactionAdded(), Secret, Now.AddSeconds(-301)),
            SignedRequests.Json(Frames.ReactionAdded(), Secret, Now.AddSeconds(301)),
            SignedRequests.Json("not json", "another secret", Now),
        })
        {
            var reply = await requests.AnswerAsync(forged);
            Assert.Equal((401, null), (reply.Status, reply.Body));
        }

        Assert.Empty(listener.Events.All);
        Assert.All(log.Lines, l => Assert.DoesNotContain("v0=", l.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_IsAnsweredAlikeAndNotHeardTwice()
    {
        listener.Answer = _ => new(new SlackAcknowledgement("{}"u8.ToArray()));
        var request = SignedRequests.Interaction(Frames.Submission(), Secret, Now);
        var first = await requests.AnswerAsync(request);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(first, await requests.AnswerAsync(request with { }));
        Assert.Single(listener.Events.All);
        // After the window it is out of time.
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(401, (await requests.AnswerAsync(request)).Status);
        Assert.Single(listener.Events.All);
    }

    [Fact]
    public async Task Replay_WhileTheFirstIsBeingHeard_WaitsForIt()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = _ => new(durable.Task);
        var request = SignedRequests.Json(Frames.ReactionAdded(), Secret, Now);
        var answers = new[] { requests.AnswerAsync(request).AsTask(), requests.AnswerAsync(request).AsTask() };
        Assert.DoesNotContain(answers, a => a.IsCompleted);
        durable.SetResult(default);
        Assert.All(await Task.WhenAll(answers), a => Assert.Equal(200, a.Status));
        Assert.Single(listener.Events.All);
    }

    [Fact]
    public async Task Fault_IsAnsweredWithAFailureAndHeardWhenItComesAgain()
    {
        listener.Answer = _ => throw new InvalidOperationException("disk full");
        var request = SignedRequests.Json(Frames.ReactionAdded(), Secret, Now);
        var reply = await requests.AnswerAsync(request);
        Assert.Equal((500, null, false), (reply.Status, reply.Body, reply.IsFinal));
        Assert.Contains(log.From(LogLevel.Error), l => l.Contains("disk full", StringComparison.Ordinal));

        listener.Answer = _ => default;
        Assert.Equal(200, (await requests.AnswerAsync(request with { RetryNumber = "1", RetryReason = "http_error" })).Status);
        Assert.Equal(2, listener.Events.All.Count);
        Assert.Contains(log.Lines, l => l.Line.Contains("again, try 1: http_error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not json", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("payload=%7B", "application/x-www-form-urlencoded")]
    [InlineData("payload=%7B%22type%22%3A7%7D", "application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("command=%2Fdaily", "application/x-www-form-urlencoded")]
    [InlineData("{}", null)]
    public async Task Body_SignedButNotUnderstood_IsRefusedForGoodInOneLine(string body, string? type)
    {
        var reply = await requests.AnswerAsync(SignedRequests.Signed(body, type!, Secret, Now));
        Assert.Equal((400, true), (reply.Status, reply.IsFinal));
        Assert.Single(log.From(LogLevel.Warning));
        Assert.Empty(listener.Events.All);
    }

    [Fact]
    public async Task Form_WithFarTooManyFields_IsRefused()
    {
        var body = string.Join('&', Enumerable.Range(0, 5000).Select(i => $"f{i}=x"));
        Assert.Equal(400, (await requests.AnswerAsync(SignedRequests.Form(body, Secret, Now))).Status);
    }

    [Theory]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"emoji_changed"}}""", "application/json")]
    [InlineData("ssl_check=1&token=x", "application/x-www-form-urlencoded")]
    public async Task Body_ThatConcernsNobody_IsAnsweredWell(string body, string type) =>
        Assert.Equal(SlackReply.Heard, await requests.AnswerAsync(SignedRequests.Signed(body, type, Secret, Now)));

    [Fact]
    public async Task Body_TooLong_IsRefusedBeforeAnythingElse()
    {
        var reply = await requests.AnswerAsync(SignedRequests.Json(new string(' ', 10 << 20), Secret, Now));
        Assert.Equal(413, reply.Status);
    }

    [Fact]
    public async Task Workspaces_HearOnlyWhatTheirOwnSecretSigned()
    {
        var other = new Listener();
        requests.Add("secret of T2").Begin("T2", other.HearAsync);
        Assert.Equal(200, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(team: "T1"), Secret, Now))).Status);
        Assert.Equal(200, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(team: "T2"), "secret of T2", Now))).Status);
        Assert.Equal(401, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded("Ev2", team: "T2"), Secret, Now))).Status);
        Assert.Equal(401, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded("Ev2", team: "T3"), Secret, Now))).Status);
        Assert.Equal("T1", Assert.Single(listener.Events.All).Team);
        Assert.Equal("T2", Assert.Single(other.Events.All).Team);
    }

    [Fact]
    public async Task Workspaces_OfOneApp_ShareItsSecret()
    {
        var other = new Listener();
        requests.Add(Secret).Begin("T2", other.HearAsync);
        await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(team: "T2"), Secret, Now));
        await requests.AnswerAsync(SignedRequests.Interaction(Frames.Press(team: "T1"), Secret, Now));
        Assert.IsType<ReactionHeard>(Assert.Single(other.Events.All));
        Assert.IsType<ActionTaken>(Assert.Single(listener.Events.All));
    }

    [Fact]
    public async Task Workspace_ThatIsNotHeardYetOrNoMore_AsksSlackToComeAgain()
    {
        workspace.End();
        var request = SignedRequests.Json(Frames.ReactionAdded(), Secret, Now);
        Assert.Equal(503, (await requests.AnswerAsync(request)).Status);
        var fresh = requests.Add("not known yet");
        Assert.Equal(503, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(team: "T2"), "not known yet", Now))).Status);
        requests.Remove(fresh);
        Assert.Equal(401, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded(team: "T2"), "not known yet", Now))).Status);

        workspace.Begin("T1", listener.HearAsync);
        Assert.Equal(200, (await requests.AnswerAsync(request)).Status);
    }

    [Fact]
    public async Task Requests_BeyondTheBound_AreTurnedAway()
    {
        var durable = new TaskCompletionSource<SlackAcknowledgement>();
        listener.Answer = _ => new(durable.Task);
        var held = Enumerable.Range(0, SlackRequests.Most).Select(i => requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded($"Ev{i}"), Secret, Now)).AsTask()).ToList();
        Assert.Equal(503, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded("one more"), Secret, Now))).Status);
        durable.SetResult(default);
        Assert.All(await Task.WhenAll(held), r => Assert.Equal(200, r.Status));
        Assert.Equal(200, (await requests.AnswerAsync(SignedRequests.Json(Frames.ReactionAdded("one more"), Secret, Now))).Status);
    }

    [Fact]
    public async Task Answers_AreForgottenAfterTheWindowAndBounded()
    {
        var answered = new AnsweredRequests(time);
        for (var i = 0; i < AnsweredRequests.Most + 100; i++)
            await AnswerAsync(i);
        Assert.InRange(answered.Count, AnsweredRequests.Most - 1, AnsweredRequests.Most);
        time.Advance(TimeSpan.FromMinutes(6));
        await AnswerAsync(0);
        Assert.Equal(1, answered.Count);

        async Task AnswerAsync(int i)
        {
            Assert.True(Signature.TryRead($"v0={i:x64}", $"{Now.ToUnixTimeSeconds()}", Now, out var signature));
            await answered.AnswerAsync(signature, () => Task.FromResult(SlackReply.Heard));
        }
    }

    [Fact]
    public async Task Anything_OfMutatedBytes_IsAnsweredAndNeverAFault()
    {
        var random = Fuzz.NewRandom();
        string[] json = [Frames.ReactionAdded(), Frames.Event("""{"type":"team_join","user":{"id":"U1","name":"ada"}}"""), """{"challenge":"x","type":"url_verification"}"""];
        string[] forms = ["payload=" + Uri.EscapeDataString(Frames.Press()), "payload=" + Uri.EscapeDataString(Frames.Submission()), "team_id=T1&user_id=U1&command=%2Fdaily&text=set+1"];
        for (var i = 0; i < Fuzz.Iterations / 4; i++)
        {
            var isForm = random.Next(2) == 0;
            var body = Fuzz.Mutate(Encoding.UTF8.GetBytes(isForm ? forms[random.Next(forms.Length)] : json[random.Next(json.Length)]), random);
            var timestamp = $"{Now.ToUnixTimeSeconds()}";
            var signature = SignedRequests.Sign(Secret, timestamp, body);
            if (random.Next(4) == 0)
                signature = Encoding.Latin1.GetString(Fuzz.Mutate(Encoding.Latin1.GetBytes(signature), random));
            if (random.Next(4) == 0)
                timestamp = Encoding.Latin1.GetString(Fuzz.Mutate(Encoding.Latin1.GetBytes(timestamp), random));
            try
            {
                var reply = await requests.AnswerAsync(new SlackRequest(body, isForm ? "application/x-www-form-urlencoded" : "application/json", signature, timestamp));
                Assert.True(reply.Status is 200 or 400 or 401, $"{reply.Status}");
            }
            catch (Exception fault)
            {
                Assert.Fail($"{fault} for {Convert.ToBase64String(body)}");
            }
        }
    }
}
