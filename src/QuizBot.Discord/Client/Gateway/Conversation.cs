using System.Net.WebSockets;
using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>What is said over one connection: greeting, identifying or resuming, then events until it ends.</summary>
internal sealed class Conversation(
    GatewaySetup setup, ShardState shard, GatewaySession session, FrameReader frames, GatewaySender sender, Heartbeat heartbeat, Deadline deadline)
{
    /// <summary>READY, or the next of the events that a resumed session has missed.</summary>
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1), MostPause = TimeSpan.FromSeconds(5);

    /// <summary>A connection that sends more nonsense than this is renewed.</summary>
    private const int MostNonsense = 10;

    private bool greeted;
    private int nonsense;

    /// <summary>Whether it asked for a new session.</summary>
    public bool HasIdentified { get; private set; }

    /// <summary>The heartbeats, which go on until aborted.</summary>
    public Task Beating { get; private set; } = Task.CompletedTask;

    /// <summary>Talks until the end.</summary>
    /// <returns>What ended it; null if <paramref name="abort"/> did.</returns>
    public async Task<ConnectionEnd?> RunAsync(CancellationToken abort)
    {
        try
        {
            while (true)
            {
                var frame = await frames.ReadAsync(abort);
                var end = frame.Kind switch
                {
                    FrameKind.Json => await HearAsync(frame.Json, abort),
                    FrameKind.Closed => CloseCodes.Read(frame.Code, frame.Reason),
                    FrameKind.TooLarge => Pass(),
                    _ => ConnectionEnd.Resume("it sent what cannot be inflated"),
                };
                if (end is not null)
                    return end;
            }
        }
        catch (WebSocketException fault)
        {
            return abort.IsCancellationRequested ? null : ConnectionEnd.Resume($"the connection broke ({fault.WebSocketErrorCode})");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async ValueTask<ConnectionEnd?> HearAsync(ReadOnlyMemory<byte> json, CancellationToken abort)
    {
        Heard heard;
        try
        {
            heard = Heard.Read(json.Span, session, shard.Guilds);
        }
        catch (JsonException fault)
        {
            setup.Log.NonsenseHeard(shard.Number, json.Length, fault.Message);
            return ++nonsense > MostNonsense ? ConnectionEnd.Resume("it sends too much that makes no sense") : null;
        }

        switch (heard.Kind)
        {
            case HeardKind.Event:
                if (heard.Event is not null)
                    await TellAsync(heard.Event, abort);
                if (!shard.IsReady)
                    AwaitReady();
                return null;
            case HeardKind.HeartbeatAnswered:
                heartbeat.Answered();
                return null;
            case HeardKind.HeartbeatAsked:
                await sender.SendAsync(GatewayMessages.Heartbeat(session.Sequence), heartbeat: false, abort);
                return null;
            case HeardKind.Hello when !greeted:
                greeted = true;
                await BeginAsync(heard.Interval, abort);
                return null;
            case HeardKind.Ready:
            case HeardKind.Resumed:
                await BeReadyAsync(heard.Ready, abort);
                return null;
            case HeardKind.Reconnect:
                return ConnectionEnd.Resume("Discord asked for a new connection");
            case HeardKind.InvalidSession:
                return new ConnectionEnd(heard.Resumable ? EndKind.Resume : EndKind.NewSession, "Discord called the session invalid")
                {
                    Pause = setup.Jitter.Between(LeastPause, MostPause),
                };
            default:
                return null;
        }
    }

    private async Task BeginAsync(TimeSpan interval, CancellationToken abort)
    {
        deadline.Off();
        Beating = heartbeat.RunAsync(interval, abort);
        if (session.Id is not null)
        {
            await sender.SendAsync(GatewayMessages.Resume(setup.Options.Token, session), heartbeat: false, abort);
        }
        else
        {
            // Nothing is read meanwhile.
            heartbeat.Stalled = true;
            await setup.Gate.EnterAsync(shard.Number, abort);
            heartbeat.Stalled = false;
            HasIdentified = true;
            await sender.SendAsync(GatewayMessages.Identify(setup.Options.Token, shard.Number, shard.Total), heartbeat: false, abort);
        }

        AwaitReady();
    }

    private async Task BeReadyAsync(Wire.ReadyData? ready, CancellationToken abort)
    {
        deadline.Off();
        IReadOnlyList<GuildLeft> left = [];
        if (ready is not null)
        {
            session.Id = ready.Session;
            session.ResumeUrl = ready.ResumeUrl is null ? null : GatewayUrl.From(ready.ResumeUrl, setup.Options.ApiBaseUrl);
            if (session.ResumeUrl is null && ready.ResumeUrl is not null)
                setup.Log.ForeignResumeUrl(shard.Number, Wire.ForeignText.Line(ready.ResumeUrl));
            setup.Introduce(ready.Identity);
            left = shard.Guilds.Begin(ready.Guilds);
        }

        shard.IsReady = true;
        setup.Log.Connected(shard.Number, shard.Total, ready is null ? "resumed" : "new session");
        await TellAsync(new ShardConnected(shard.Number, shard.Total, Resumed: ready is null) { Guilds = ready?.Guilds }, abort);
        foreach (var guild in left)
            await TellAsync(guild, abort);
    }

    /// <summary>Hands in an event. While the adapter is busy with it nothing more is read, but heartbeats go on.</summary>
    private ValueTask TellAsync(DiscordEvent told, CancellationToken abort)
    {
        if (told is DiscordInteraction interaction)
        {
            setup.Handover.Start(interaction);
            return default;
        }

        var hearing = setup.Handover.HandInAsync(told);
        return hearing.IsCompletedSuccessfully ? default : WaitAsync(hearing.AsTask(), abort);
    }

    private async ValueTask WaitAsync(Task hearing, CancellationToken abort)
    {
        deadline.Off();
        heartbeat.Stalled = true;
        await hearing.WaitAsync(abort);
        heartbeat.Stalled = false;
    }

    private void AwaitReady() => deadline.Set(session.Id is null ? "READY" : "RESUMED", ReadyWithin);

    /// <summary>A message that is too large would be as large again: the session goes on behind it.</summary>
    private ConnectionEnd Pass()
    {
        session.Sequence++;
        return ConnectionEnd.Resume("it sent a message that is too large; what it told is lost");
    }
}
