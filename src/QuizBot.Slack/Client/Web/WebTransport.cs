using System.Net.Http.Headers;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Web;

/// <summary>Sends one request and brings back what came of it; never throws but when its caller gave up.</summary>
internal sealed class WebTransport : IDisposable
{
    /// <summary>More than any answer we ask for.</summary>
    public const int LongestAnswer = 4 << 20;

    /// <summary>An answer that takes longer will not come.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly Uri root;
    private readonly TimeProvider time;

    /// <param name="handler">The way out; disposed with this.</param>
    /// <param name="root">Where the API is.</param>
    /// <param name="time">For the time limit.</param>
    public WebTransport(HttpMessageHandler handler, Uri root, TimeProvider time)
    {
        this.root = root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/");
        this.time = time;
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"QuizBot/{typeof(WebTransport).Assembly.GetName().Version!.ToString(3)}");
    }

    /// <summary>
    /// A way out as it should be: no cookies, no redirects, connections renewed as addresses change, and nothing in traces, where the
    /// addresses that are secrets would stand.
    /// </summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 64,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
    };

    /// <summary>Calls a method of the Web API.</summary>
    public async Task<WebAnswer> CallAsync(SlackCall call, string token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root, call.Method))
        {
            Content = new FormUrlEncodedContent(call.Arguments),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        var answer = await SendAsync(request, AnswerReader.Read, cancellation);
        // Should Slack, or what stands between, send it back.
        return answer.Failure is { } failure
            ? answer with { Failure = failure with { Error = Hide(failure.Error), Detail = Hide(failure.Detail) } }
            : answer;

        string Hide(string text) => text.Replace(token, "(token)", StringComparison.Ordinal);
    }

    /// <summary>Sends a JSON object, without any token.</summary>
    public async Task<WebAnswer> SendAsync(Uri url, ReadOnlyMemory<byte> json, AnswerReading read, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } },
        };
        return await SendAsync(request, read, cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task<WebAnswer> SendAsync(HttpRequestMessage request, AnswerReading read, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return read(response.StatusCode, RetryAfter(response.Headers), body) with { Scopes = Scopes(response.Headers) };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException given) when (given.InnerException is TimeoutException && !limit.IsCancellationRequested)
        {
            return WebAnswer.NotSent("timeout", "No connection in time.");
        }
        catch (OperationCanceledException)
        {
            return WebAnswer.Doubtful("timeout", "No answer in time.");
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return WebAnswer.Doubtful("bad_answer", "The answer is too long.");
        }
        catch (HttpRequestException fault)
        {
            return WasNotSent(fault.HttpRequestError)
                ? WebAnswer.NotSent("connection", $"No connection: {fault.HttpRequestError}.")
                : WebAnswer.Doubtful("connection", $"The connection broke before the answer: {fault.HttpRequestError}.");
        }
    }

    private static bool WasNotSent(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError;

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        var advice = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - time.GetUtcNow();
        return advice < TimeSpan.Zero ? TimeSpan.Zero : advice;
    }

    private static IReadOnlyList<string> Scopes(HttpResponseHeaders headers) => headers.TryGetValues("x-oauth-scopes", out var values)
        ? [.. values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [];
}
