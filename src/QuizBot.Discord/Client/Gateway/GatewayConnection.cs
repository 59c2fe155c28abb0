using System.Net.WebSockets;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>One connection of a shard, from its opening to its end.</summary>
internal sealed class GatewayConnection(GatewaySetup setup, ShardState shard, GatewaySession session)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(20), HelloWithin = TimeSpan.FromSeconds(20);

    /// <summary>Whether it asked for a new session.</summary>
    public bool HasIdentified { get; private set; }

    /// <summary>Runs it until it ends.</summary>
    /// <exception cref="OperationCanceledException">The bot stops; Discord has been told.</exception>
    public async Task<ConnectionEnd> RunAsync(Uri url, CancellationToken cancellation)
    {
        var (socket, trouble) = await DialAsync(url, cancellation);
        if (socket is null)
            return ConnectionEnd.Resume(trouble);
        using (socket)
        using (var frames = new FrameReader(socket))
        using (var sender = new GatewaySender(socket, setup.Clock, setup.Time))
        using (var deadline = new Deadline(setup.Time))
        using (var abort = new CancellationTokenSource())
        {
            var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var stop = cancellation.UnsafeRegister(static stopped => ((TaskCompletionSource)stopped!).TrySetResult(), stopped);
            var heartbeat = new Heartbeat(sender, session, setup.Time, setup.Jitter);
            var conversation = new Conversation(setup, shard, session, frames, sender, heartbeat, deadline);
            deadline.Set("HELLO", HelloWithin);
            var listening = conversation.RunAsync(abort.Token);
            await Task.WhenAny(listening, heartbeat.Dead, deadline.Passed, stopped.Task);
            // With Goodbye Discord shows the bot as offline; with any other code the session lives on for a while.
            await sender.CloseAsync(cancellation.IsCancellationRequested ? CloseCodes.Goodbye : CloseCodes.Renew);
            await abort.CancelAsync();
            var end = await listening;
            await conversation.Beating;
            shard.IsReady = false;
            HasIdentified = conversation.HasIdentified;
            cancellation.ThrowIfCancellationRequested();
            return end
                ?? (deadline.Passed.IsCompleted
                    ? ConnectionEnd.Resume($"{await deadline.Passed} did not come")
                    : ConnectionEnd.Resume("a heartbeat was not answered"));
        }
    }

    private async Task<(WebSocket? Socket, string Trouble)> DialAsync(Uri url, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(ConnectWithin, setup.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return (await setup.Dial(url, either.Token), "");
        }
        catch (WebSocketException fault)
        {
            return (null, $"no connection to {url.Host}: {(fault.InnerException ?? fault).Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"no connection to {url.Host} in time");
        }
    }
}
