using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Slack.Client.Http;
using QuizBot.Slack.Client.Socket;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client;

/// <summary>
/// Our own client, for one workspace. With an app-level token it hears Slack over Socket Mode, else over HTTP by
/// <see cref="SlackRequests"/>.
/// </summary>
internal sealed partial class SlackClient : ISlackClient, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5), LongestPause = TimeSpan.FromSeconds(30), LongestCallPause = TimeSpan.FromSeconds(8);

    private static readonly SlackCall WhoAmI = new("auth.test", new Dictionary<string, string>()) { IsRepeatable = true };

    private readonly SlackClientOptions options;
    private readonly SlackRequests requests;
    private readonly TimeProvider time;
    private readonly ILogger<SlackClient> logger;
    private readonly WebTransport transport;
    private readonly WebTransport responding;
    private readonly CallPacer pacer;
    private readonly WebApi api;
    private readonly ResponseUrls responseUrls;
    private readonly SocketMode? socketMode;
    private readonly HttpWorkspace? posted;
    private readonly Backoff backoff;

    /// <param name="options">The workspace's tokens.</param>
    /// <param name="requests">Where Slack posts to, shared by the host's workspaces; used without an app-level token.</param>
    /// <param name="time">The time.</param>
    /// <param name="random">For jitter.</param>
    /// <param name="logger">The log.</param>
    /// <exception cref="PlatformRefusedException">The options make no sense; the message says what to do.</exception>
    public SlackClient(SlackClientOptions options, SlackRequests requests, TimeProvider time, Random random, ILogger<SlackClient> logger)
    {
        if (options.Problem() is { } problem)
            throw new PlatformRefusedException(problem);
        this.options = options;
        this.requests = requests;
        this.time = time;
        this.logger = logger;
        transport = new WebTransport(WebTransport.NewHandler(), options.ApiBaseUrl, time);
        responding = new WebTransport(WebTransport.NewHandler(), options.ApiBaseUrl, time);
        pacer = new CallPacer(time, MethodLimits.Of);
        api = new WebApi(transport, pacer, options.BotToken, new Backoff(random, FirstPause, LongestCallPause), time);
        responseUrls = new ResponseUrls(responding, options.ApiBaseUrl, time);
        backoff = new Backoff(random, FirstPause, LongestPause);
        if (options.AppToken is null)
            posted = requests.Add(options.SigningSecret!);
        else
            socketMode = new SocketMode(options, transport, WebTransport.NewHandler(), time, random, logger);
    }

    public SlackIdentity? Identity { get; private set; }

    public bool IsConnected => socketMode?.IsHeard ?? posted!.IsHeard;

    public async Task RunAsync(Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, CancellationToken cancellation)
    {
        try
        {
            var identity = Identity = await IdentifyAsync(cancellation);
            if (socketMode is not null)
                await socketMode.RunAsync(identity.TeamId, hear, cancellation);
            else
                await ListenAsync(identity.TeamId, hear, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // the way it ends
        }
    }

    public ValueTask<SlackResult<JsonElement>> CallAsync(SlackCall call, CancellationToken cancellation) => api.CallAsync(call, cancellation);

    public ValueTask<SlackResult<JsonElement>> RespondAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        responseUrls.PostAsync(responseUrl, body, cancellation);

    public void Dispose()
    {
        if (posted is not null)
            requests.Remove(posted);
        socketMode?.Dispose();
        pacer.Dispose();
        responding.Dispose();
        transport.Dispose();
    }

    private async Task<SlackIdentity> IdentifyAsync(CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var answer = await api.AskAsync(WhoAmI, cancellation);
            if (answer.Body is { } body && body.Text("team_id") is { Length: > 0 } team && body.Text("user_id") is { Length: > 0 } user)
                return new SlackIdentity(team, body.Text("team") ?? "", user, body.Text("bot_id") ?? "", answer.Scopes);
            var failure = answer.Failure ?? new SlackFailure("bad_answer", "It lacks the team or the user.");
            if (Refusals.OfBotToken(failure, options.Section) is { } why)
                throw new PlatformRefusedException(why);
            var pause = backoff.After(failures++);
            pause = failure.RetryAfter > pause ? failure.RetryAfter.Value : pause;
            Unidentified(failure, pause);
            await Task.Delay(pause, time, cancellation);
        }
    }

    private async Task ListenAsync(string team, Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, CancellationToken cancellation)
    {
        posted!.Begin(team, hear);
        try
        {
            await hear.ConnectedAsync(team, logger);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
        }
        finally
        {
            posted.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not say who the bot is: {Failure}; next try in {Pause}")]
    private partial void Unidentified(SlackFailure failure, TimeSpan pause);
}
