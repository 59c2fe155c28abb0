using System.Net.WebSockets;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>Keeps a connection alive, and notices when it is not.</summary>
internal sealed class Heartbeat(GatewaySender sender, GatewaySession session, TimeProvider time, Jitter jitter)
{
    private readonly TaskCompletionSource dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool unanswered, stalled, stalledSince;

    /// <summary>Ends when a heartbeat was not answered before the next was due, or could not be sent.</summary>
    public Task Dead => dead.Task;

    /// <summary>Whether nothing is read because an event is still being heard. What cannot be read is no sign of death.</summary>
    public bool Stalled
    {
        set
        {
            if (value)
                stalledSince = true;
            stalled = value;
        }
    }

    public async Task RunAsync(TimeSpan interval, CancellationToken cancellation)
    {
        try
        {
            // Not all clients of a restarted gateway at the same moment.
            await Task.Delay(interval * jitter.Next(), time, cancellation);
            while (!unanswered || stalled || stalledSince)
            {
                stalledSince = stalled;
                unanswered = true;
                await sender.SendAsync(GatewayMessages.Heartbeat(session.Sequence), heartbeat: true, cancellation);
                await Task.Delay(interval, time, cancellation);
            }

            dead.TrySetResult();
        }
        catch (WebSocketException)
        {
            dead.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            // The connection ends for another reason.
        }
    }

    /// <summary>Discord answered.</summary>
    public void Answered() => unanswered = false;
}
