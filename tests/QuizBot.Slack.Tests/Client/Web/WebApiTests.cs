using System.Net;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Slack.Client;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Web;

public sealed class WebApiTests
{
    private const string Token = "xoxb-1-secret";

    private static readonly SlackCall Post = new("chat.postMessage", new Dictionary<string, string> { ["channel"] = "C1", ["text"] = "a&b=c <ä> 😀", ["blocks"] = """[{"type":"divider"}]""" });

    private static readonly SlackCall Update = Post with { Method = "chat.update", IsRepeatable = true };

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Call_IsAFormWithTheTokenInTheHeader()
    {
        var (handler, result) = await CallAsync(Post, _ => ScriptedHandler.Json("""{"ok":true,"ts":"1.2"}"""));
        Assert.Equal("1.2", result.Value.GetProperty("ts").GetString());
        var request = Assert.Single(handler.Requests.All);
        Assert.Equal((HttpMethod.Post, "https://slack.com/api/chat.postMessage", "Bearer " + Token), (request.Method, request.Url.AbsoluteUri, request.Authorization));
        Assert.StartsWith("application/x-www-form-urlencoded", request.ContentType, StringComparison.Ordinal);
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.Body);
        Assert.Equal(Post.Arguments, form.ToDictionary(f => f.Key, f => f.Value.ToString()));
        Assert.DoesNotContain(Token, request.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"not_in_channel"}""", "not_in_channel", "", false)]
    [InlineData("""{"ok":false,"error":"missing_scope","needed":"chat:write","provided":"commands"}""", "missing_scope", "needed: chat:write; provided: commands", false)]
    [InlineData("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] no such block","[ERROR]\nanother"]}}""", "invalid_blocks", "[ERROR] no such block; [ERROR] another", false)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", "internal_error", "", true)]
    [InlineData("""{"ok":false,"error":"fatal_error"}""", "fatal_error", "", true)]
    [InlineData("""{"ok":false}""", "unknown_error", "", false)]
    [InlineData("""{"ok":false,"error":"echo","needed":"xoxb-1-secret"}""", "echo", "needed: (token)", false)]
    public async Task Refusal_BySlack_IsReturnedInItsWords(string body, string error, string detail, bool mayHaveHappened)
    {
        var (handler, result) = await CallAsync(Post, _ => ScriptedHandler.Json(body));
        Assert.Equal(new SlackFailure(error, detail, mayHaveHappened), result.Failure);
        Assert.Single(handler.Requests.All);
    }

    [Theory]
    [InlineData(500, "", "http_500", true)]
    [InlineData(503, "<html>", "http_503", true)]
    [InlineData(200, "<html>", "bad_answer", true)]
    [InlineData(200, "{\"ok\": tru", "bad_answer", true)]
    [InlineData(200, "[]", "bad_answer", true)]
    [InlineData(404, "<html>", "http_404", false)]
    [InlineData(302, "", "http_302", false)]
    [InlineData(400, """{"ok":false,"error":"invalid_arguments"}""", "invalid_arguments", false)]
    public async Task Answer_ThatIsNoneOfSlacks_IsReturnedOnceWhereRepeatingWouldHarm(int status, string body, string error, bool mayHaveHappened)
    {
        var (handler, result) = await CallAsync(Post, _ => ScriptedHandler.Json(body, (HttpStatusCode)status));
        Assert.Equal((error, mayHaveHappened), (result.Failure!.Error, result.Failure.MayHaveHappened));
        Assert.Single(handler.Requests.All);
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, """{"ok":false,"error":"internal_error"}""")]
    [InlineData(200, "{\"ok\": tru")]
    public async Task Fault_OfARepeatableCall_IsRepeated(int status, string body)
    {
        var count = 0;
        var (_, result) = await CallAsync(Update, _ => ++count < 4 ? ScriptedHandler.Json(body, (HttpStatusCode)status) : ScriptedHandler.Json("""{"ok":true}"""));
        Assert.True(result.IsDone);
        Assert.Equal(4, count);
    }

    [Fact]
    public async Task Fault_OfARepeatableCallThatStays_IsReturned()
    {
        var (handler, result) = await CallAsync(Update, _ => ScriptedHandler.Json("", HttpStatusCode.BadGateway));
        Assert.Equal(new SlackFailure("http_502", MayHaveHappened: true), result.Failure);
        Assert.Equal(5, handler.Requests.All.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Connection_ThatWasNeverMade_IsRepeatedForAnyCall(HttpRequestError error)
    {
        var count = 0;
        var (_, result) = await CallAsync(Post, _ => ++count < 3 ? throw new HttpRequestException(error) : ScriptedHandler.Json("""{"ok":true}"""));
        Assert.True(result.IsDone);
        (_, result) = await CallAsync(Post, _ => throw new HttpRequestException(error));
        Assert.Equal(("connection", false), (result.Failure!.Error, result.Failure.MayHaveHappened));
    }

    [Fact]
    public async Task Connection_ThatBroke_IsRepeatedWhereThatIsHarmless()
    {
        var (handler, result) = await CallAsync(Post, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        Assert.Equal(("connection", true), (result.Failure!.Error, result.Failure.MayHaveHappened));
        Assert.Single(handler.Requests.All);
        (handler, _) = await CallAsync(Update, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        Assert.Equal(5, handler.Requests.All.Count);
    }

    [Fact]
    public async Task Answer_ThatDoesNotCome_MayHaveHappened()
    {
        var handler = new ScriptedHandler(_ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var (api, _) = Api(handler);
        var call = api.CallAsync(Post, TestContext.Current.CancellationToken).AsTask();
        await handler.Requests.NthAsync(1, _ => true);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("timeout", true), ((await call).Failure!.Error, (await call).Failure!.MayHaveHappened));
    }

    [Fact]
    public async Task Answer_ThatIsTooLong_IsNotRead()
    {
        var (_, result) = await CallAsync(Post, _ => ScriptedHandler.Json($$"""{"ok":true,"x":"{{new string('x', 5 << 20)}}"}"""));
        Assert.Equal(("bad_answer", true), (result.Failure!.Error, result.Failure.MayHaveHappened));
    }

    [Fact]
    public async Task Call_ThatIsGivenUp_LeavesItsPlace()
    {
        using var giveUp = new CancellationTokenSource();
        var handler = new ScriptedHandler(_ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var (api, pacer) = Api(handler);
        var call = api.CallAsync(Post, giveUp.Token).AsTask();
        await handler.Requests.NthAsync(1, _ => true);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(0, pacer.UnderWay);
    }

    [Fact]
    public async Task Limit_IsWaitedForAndTheCallRepeated()
    {
        var start = time.GetUtcNow();
        var count = 0;
        var (_, result) = await CallAsync(Post, _ => ++count < 3 ? ScriptedHandler.Limited(20) : ScriptedHandler.Json("""{"ok":true}"""));
        Assert.True(result.IsDone);
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
    }

    [Fact]
    public async Task Limit_SaidInTheBody_IsOneToo()
    {
        var count = 0;
        var (_, result) = await CallAsync(Post, _ => ScriptedHandler.Json(++count == 1 ? """{"ok":false,"error":"ratelimited"}""" : """{"ok":true}"""));
        Assert.True(result.IsDone);
    }

    [Fact]
    public async Task Limit_OfManyMinutes_IsLeftToTheCaller()
    {
        var (handler, result) = await CallAsync(Post, _ => ScriptedHandler.Limited(3600));
        Assert.Equal(new SlackFailure("ratelimited", RetryAfter: TimeSpan.FromHours(1)), result.Failure);
        Assert.Single(handler.Requests.All);
    }

    [Fact]
    public async Task Limit_WithoutEnd_IsGivenUp()
    {
        var (handler, result) = await CallAsync(Post, _ => ScriptedHandler.Limited(2));
        Assert.Equal("ratelimited", result.Failure!.Error);
        Assert.Equal(21, handler.Requests.All.Count);
    }

    private async Task<(ScriptedHandler Handler, SlackResult<System.Text.Json.JsonElement> Result)> CallAsync(SlackCall call, Func<ScriptedRequest, HttpResponseMessage> answer)
    {
        var handler = new ScriptedHandler(answer);
        var (api, pacer) = Api(handler);
        var work = api.CallAsync(call, TestContext.Current.CancellationToken).AsTask();
        await FakeClock.RunAsync(time, work, () => pacer.UnderWay == 0);
        return (handler, await work);
    }

    private (WebApi Api, CallPacer Pacer) Api(ScriptedHandler handler)
    {
        var pacer = new CallPacer(time, MethodLimits.Of);
        var transport = new WebTransport(handler, SlackClientOptions.SlackApi, time);
        return (new WebApi(transport, pacer, Token, new Backoff(new Random(1), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(8)), time), pacer);
    }
}
