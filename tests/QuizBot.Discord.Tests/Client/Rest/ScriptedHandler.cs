using System.Net;
using System.Text;
using System.Threading.Channels;

namespace QuizBot.Discord.Tests.Client.Rest;

/// <summary>Answers requests as the test says, and keeps them.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> script = new();
    private readonly Channel<(string Method, string Path, string Body)> seen = Channel.CreateUnbounded<(string, string, string)>();

    /// <summary>What is answered when nothing else is planned.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage> Default { get; set; } = static _ => new HttpResponseMessage(HttpStatusCode.NoContent);

    public int Count { get; private set; }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Limited(double seconds, bool global = false, string scope = "user", string? bucket = "b")
    {
        var answer = Json(FormattableString.Invariant($$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":{{(global ? "true" : "false")}}}"""), HttpStatusCode.TooManyRequests);
        answer.Headers.Add("X-RateLimit-Scope", scope);
        return bucket is null ? answer : With(answer, bucket, 5, 0, seconds);
    }

    /// <summary>Adds what Discord says of a bucket.</summary>
    public static HttpResponseMessage With(HttpResponseMessage answer, string bucket, int limit, int remaining, double resetAfter)
    {
        answer.Headers.Add("X-RateLimit-Bucket", bucket);
        answer.Headers.Add("X-RateLimit-Limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        answer.Headers.Add("X-RateLimit-Remaining", remaining.ToString(System.Globalization.CultureInfo.InvariantCulture));
        answer.Headers.Add("X-RateLimit-Reset-After", resetAfter.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return answer;
    }

    /// <summary>Plans the next answer.</summary>
    public ScriptedHandler Then(Func<HttpRequestMessage, HttpResponseMessage> answer) => ThenAsync((request, _) => Task.FromResult(answer(request)));

    public ScriptedHandler ThenAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (gate)
            script.Enqueue(answer);
        return this;
    }

    public ScriptedHandler ThenThrow(Exception fault) => ThenAsync((_, _) => Task.FromException<HttpResponseMessage>(fault));

    /// <summary>The next request.</summary>
    public async Task<(string Method, string Path, string Body)> SeenAsync() =>
        await seen.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? next;
        lock (gate)
        {
            Count++;
            script.TryDequeue(out next);
        }

        seen.Writer.TryWrite((request.Method.Method, request.RequestUri!.PathAndQuery, body));
        return next is null ? Default(request) : await next(request, cancellationToken);
    }
}
