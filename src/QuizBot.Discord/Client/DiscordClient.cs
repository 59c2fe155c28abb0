using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Discord.Client.Gateway;
using QuizBot.Discord.Client.Rest;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client;

/// <summary>QuizBot's own client of Discord: gateway and REST, and nothing that the bot does not need.</summary>
public sealed partial class DiscordClient : IDiscordClient, IDisposable
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5), ConnectForInteractionWithin = TimeSpan.FromSeconds(1);

    private readonly DiscordClientOptions options;
    private readonly TokenRefusal refusal = new();
    private readonly RestTransport transport, interactionTransport;
    private readonly RestPump pump;
    private readonly InteractionCalls interactions;
    private readonly IdentifyGate gate;
    private readonly MonotonicClock clock;
    private readonly TimeProvider time;
    private readonly Jitter jitter;
    private readonly ILogger log;
    private readonly Func<Uri, CancellationToken, Task<WebSocket>> dial;
    private volatile DiscordIdentity? identity;
    private volatile GatewayRunner? runner;
    private int runs;

    /// <summary>A client that connects once it is run.</summary>
    /// <param name="options">What it must know.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Chance for jitter; the client guards it against its own threads.</param>
    /// <param name="log">Where it says what happens.</param>
    /// <exception cref="PlatformRefusedException">The options cannot work.</exception>
    public DiscordClient(DiscordClientOptions options, TimeProvider time, Random random, ILogger<DiscordClient> log)
        : this(options, time, random, log, RestTransport.NewHandler(ConnectWithin), RestTransport.NewHandler(ConnectForInteractionWithin), DialAsync)
    {
    }

    internal DiscordClient(
        DiscordClientOptions options, TimeProvider time, Random random, ILogger log,
        HttpMessageHandler http, HttpMessageHandler httpForInteractions, Func<Uri, CancellationToken, Task<WebSocket>> dial)
    {
        if (options.Problem() is { } problem)
            throw new PlatformRefusedException(problem);
        (this.options, this.time, this.log, this.dial) = (options, time, log, dial);
        jitter = new Jitter(random);
        clock = new MonotonicClock(time);
        var invalid = new InvalidRequests();
        transport = new RestTransport(http, options.ApiBaseUrl, options.Token, time);
        interactionTransport = new RestTransport(httpForInteractions, options.ApiBaseUrl, token: null, time);
        pump = new RestPump(transport, invalid, refusal, clock, time, jitter, log);
        interactions = new InteractionCalls(interactionTransport, invalid, clock, time, jitter, log);
        gate = new IdentifyGate(AskGatewayAsync, clock, time, jitter, log);
    }

    /// <inheritdoc/>
    public DiscordIdentity? Identity => identity;

    /// <inheritdoc/>
    public bool IsConnected => runner?.IsReady ?? false;

    /// <inheritdoc/>
    public async Task RunAsync(Func<DiscordEvent, ValueTask> hear, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref runs, 1) != 0)
            throw new InvalidOperationException("The client runs already.");
        try
        {
            var handover = new EventHandover(hear, time, log);
            var running = new GatewayRunner(new GatewaySetup(options, dial, gate, handover, who => identity = who, clock, time, jitter, log), refusal);
            runner = running;
            try
            {
                await running.RunAsync(cancellation);
            }
            finally
            {
                runner = null;
                await handover.DrainAsync();
            }
        }
        finally
        {
            Volatile.Write(ref runs, 0);
        }
    }

    /// <summary>Closes all connections; what still waits to be sent fails.</summary>
    public void Dispose()
    {
        pump.Dispose();
        transport.Dispose();
        interactionTransport.Dispose();
        gate.Dispose();
    }

    private static async Task<WebSocket> DialAsync(Uri url, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        try
        {
            // Heartbeats tell whether the connection lives.
            socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
            socket.Options.SetRequestHeader("User-Agent", UserAgent.Value);
            await socket.ConnectAsync(url, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<GatewayAnswer?> AskGatewayAsync(CancellationToken cancellation)
    {
        var answer = await AskGatewayOrFailAsync(cancellation);
        if (answer.IsDone)
            return answer.Value;
        log.NoGateway(answer.Failure.ToString());
        return null;
    }
}
