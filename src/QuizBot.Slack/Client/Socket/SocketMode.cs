using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Socket;

/// <summary>Hears Slack on several connections at once, of which each is renewed by itself.</summary>
internal sealed class SocketMode : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5), LongestPause = TimeSpan.FromSeconds(30);

    private readonly SlackClientOptions options;
    private readonly WebTransport transport;
    private readonly HttpMessageInvoker upgrade;
    private readonly Backoff backoff;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private Presence? presence;

    /// <param name="options">Its tokens.</param>
    /// <param name="transport">Asks for addresses.</param>
    /// <param name="handler">Opens connections; disposed with this.</param>
    /// <param name="time">The time.</param>
    /// <param name="random">For jitter.</param>
    /// <param name="logger">The log.</param>
    public SocketMode(SlackClientOptions options, WebTransport transport, HttpMessageHandler handler, TimeProvider time, Random random, ILogger logger)
    {
        this.options = options;
        this.transport = transport;
        this.time = time;
        this.logger = logger;
        upgrade = new HttpMessageInvoker(handler);
        backoff = new Backoff(random, FirstPause, LongestPause);
    }

    public bool IsHeard => presence?.IsHeard ?? false;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="PlatformRefusedException">Slack refuses the token.</exception>
    public async Task RunAsync(string team, Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var deliveries = new Deliveries(hear, logger);
        var present = presence = new Presence(() => _ = hear.ConnectedAsync(team, logger));
        var opener = new SocketOpener(
            transport, upgrade, options, stream => new SlackSocket(stream, deliveries, present, options.Times, time, logger), time);
        var slots = Enumerable.Range(0, options.Connections)
            .Select(_ => new SocketSlot(opener, backoff, options.Times, time, logger).RunAsync(stop.Token)).ToList();
        // One that ends, by refusal or fault, ends all.
        var first = await Task.WhenAny(slots);
        await stop.CancelAsync();
        await Task.WhenAll(slots).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    public void Dispose() => upgrade.Dispose();
}
