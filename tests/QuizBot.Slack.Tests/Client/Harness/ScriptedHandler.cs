using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>An HTTP server that a test plays, without a network.</summary>
internal sealed class ScriptedHandler(Func<ScriptedRequest, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public ScriptedHandler(Func<ScriptedRequest, HttpResponseMessage> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public Heard<ScriptedRequest> Requests { get; } = new();

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Limited(int seconds)
    {
        var response = Json("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = new ScriptedRequest(
            request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Add(seen);
        return await answer(seen).WaitAsync(cancellationToken);
    }
}
