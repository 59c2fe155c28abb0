using System.Net;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Seam;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Web;

public sealed class ResponseUrlsTests
{
    private static readonly Uri Hook = new("https://hooks.slack.com/actions/T1/1/secret");

    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com/actions/T1/1/x", true)]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com:443/commands/T1/1/x", true)]
    [InlineData("https://slack.com/api/", "http://hooks.slack.com/actions/T1/1/x", false)]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com:8443/actions/T1/1/x", false)]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com.evil.example/x", false)]
    [InlineData("https://slack.com/api/", "https://evil.example/hooks.slack.com", false)]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com@evil.example/x", false)]
    [InlineData("https://slack.com/api/", "https://me@hooks.slack.com/x", false)]
    [InlineData("https://slack.com/api/", "https://slack.com/api/chat.postMessage", false)]
    [InlineData("https://slack.com/api/", "http://127.0.0.1:5000/actions/x", false)]
    [InlineData("https://slack.com/api/", "file:///etc/passwd", false)]
    [InlineData("http://127.0.0.1:5000/api/", "http://127.0.0.1:5000/actions/x", true)]
    [InlineData("http://127.0.0.1:5000/api/", "http://127.0.0.1:5001/actions/x", false)]
    [InlineData("http://127.0.0.1:5000/api/", "http://localhost:5000/actions/x", false)]
    [InlineData("http://127.0.0.1:5000/api/", "http://10.0.0.1:5000/actions/x", false)]
    [InlineData("https://proxy.example/api/", "https://proxy.example/actions/x", false)]
    [InlineData("https://proxy.example/api/", "https://hooks.slack.com/actions/x", true)]
    public async Task Address_IsSlacksOrNotSentTo(string api, string url, bool isSlacks)
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Json("ok"));
        var result = await PostAsync(handler, new Uri(api), new Uri(url));
        Assert.Equal(isSlacks, result.IsDone);
        Assert.Equal(isSlacks ? 1 : 0, handler.Requests.All.Count);
        if (!isSlacks)
            Assert.DoesNotContain(url, result.Failure!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_IsJsonWithoutAToken()
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Json("ok"));
        Assert.True((await PostAsync(handler, new Uri("https://slack.com/api/"), Hook)).Value.GetProperty("ok").GetBoolean());
        var request = Assert.Single(handler.Requests.All);
        Assert.Equal((HttpMethod.Post, (string?)null, """{"text":"hi"}"""), (request.Method, request.Authorization, request.Body));
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"ok":false,"error":"used_url"}""", "used_url", false)]
    [InlineData(404, """{"ok":false,"error":"expired_url"}""", "expired_url", false)]
    [InlineData(404, "no_service", "http_404", false)]
    [InlineData(302, "", "http_302", false)]
    [InlineData(500, "", "http_500", true)]
    public async Task Refusal_IsReturnedOnce(int status, string body, string error, bool mayHaveHappened)
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Json(body, (HttpStatusCode)status));
        Assert.Equal(new SlackFailure(error, MayHaveHappened: mayHaveHappened), (await PostAsync(handler, new Uri("https://slack.com/api/"), Hook)).Failure);
        Assert.Single(handler.Requests.All);
    }

    [Fact]
    public async Task Limit_IsWaitedForWhereItIsShort()
    {
        var count = 0;
        var handler = new ScriptedHandler(_ => ++count == 1 ? ScriptedHandler.Limited(2) : ScriptedHandler.Json("ok"));
        var work = PostAsync(handler, new Uri("https://slack.com/api/"), Hook);
        await handler.Requests.NthAsync(1, _ => true);
        await FakeClock.RunAsync(time, work, () => true);
        Assert.True((await work).IsDone);
        Assert.Equal("ratelimited", (await PostAsync(new ScriptedHandler(_ => ScriptedHandler.Limited(60)), new Uri("https://slack.com/api/"), Hook)).Failure!.Error);
    }

    private Task<SlackResult<System.Text.Json.JsonElement>> PostAsync(ScriptedHandler handler, Uri api, Uri url) =>
        new ResponseUrls(new WebTransport(handler, api, time), api, time).PostAsync(url, """{"text":"hi"}"""u8.ToArray(), TestContext.Current.CancellationToken).AsTask();
}
