using System.Net.Http.Headers;

namespace QuizBot.Discord.Client.Rest;

/// <summary>Sends one request and brings back what came of it; never throws but when its caller gave up.</summary>
internal sealed class RestTransport : IDisposable
{
    /// <summary>More than any answer we ask for.</summary>
    public const int LongestAnswer = 4 << 20;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http;
    private readonly string root;
    private readonly TimeProvider time;

    /// <param name="handler">The way out; disposed with this.</param>
    /// <param name="root">Where the API is.</param>
    /// <param name="token">Who asks; null where the address itself holds a secret.</param>
    /// <param name="time">For the time limit.</param>
    public RestTransport(HttpMessageHandler handler, Uri root, DiscordToken? token, TimeProvider time)
    {
        this.root = root.AbsoluteUri.TrimEnd('/');
        this.time = time;
        http = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
            // Many calls over few connections where Discord speaks HTTP/2.
            DefaultRequestVersion = System.Net.HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = token.Header;
    }

    /// <summary>A way out as it should be: no cookies, no redirects, connections renewed as addresses change.</summary>
    public static SocketsHttpHandler NewHandler(TimeSpan connectTimeout) => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = connectTimeout,
        MaxConnectionsPerServer = 64,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
    };

    public async Task<RestAnswer> SendAsync(RestRequest request, TimeSpan timeLimit, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var message = new HttpRequestMessage(request.Route.Method, root + request.Path);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = Json;
        }
        else if (request.Route.Method == HttpMethod.Put)
        {
            // Some proxies refuse a PUT without a length.
            message.Content = new ByteArrayContent([]);
        }

        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            var status = (int)response.StatusCode;
            return new RestAnswer(status, bytes, RateLimits.Read(status, response.Headers, bytes));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException given) when (!limit.IsCancellationRequested)
        {
            return RestAnswer.Failed("No connection in time.", neverSent: given.InnerException is TimeoutException);
        }
        catch (OperationCanceledException)
        {
            return RestAnswer.Failed("No answer in time.", neverSent: false);
        }
        catch (HttpRequestException fault)
        {
            return RestAnswer.Failed(Why(fault), NeverSent(fault.HttpRequestError));
        }
    }

    public void Dispose() => http.Dispose();

    private static bool NeverSent(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError;

    private static string Why(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "The host's name could not be resolved.",
        HttpRequestError.ConnectionError => "No connection to the host.",
        HttpRequestError.SecureConnectionError => "No secure connection to the host.",
        HttpRequestError.ResponseEnded => "The connection broke before the answer.",
        HttpRequestError.ConfigurationLimitExceeded => "The answer is too large.",
        _ => $"The request failed on the way ({fault.HttpRequestError}).",
    };
}
