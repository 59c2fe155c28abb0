using System.Net.WebSockets;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>Sends over a connection, one message at a time.</summary>
internal sealed class GatewaySender(WebSocket socket, MonotonicClock clock, TimeProvider time) : IDisposable
{
    /// <summary>What cannot be sent by then will not be: the connection is broken.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15), CloseLimit = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SendWindow window = new(clock);

    /// <summary>Sends a message.</summary>
    /// <param name="message">JSON of at most 4,096 bytes.</param>
    /// <param name="heartbeat">Whether it is a heartbeat that is due, which the limit always leaves room for.</param>
    /// <param name="cancellation">Gives up, and the connection with it.</param>
    /// <returns>False if the limit forbade it.</returns>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message, bool heartbeat, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await turn.WaitAsync(either.Token);
            try
            {
                if (!window.TryTake(heartbeat))
                    return false;
                await socket.SendAsync(message, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, either.Token);
                return true;
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new WebSocketException(WebSocketError.Faulted, "What was to be sent could not be.");
        }
    }

    /// <summary>Says goodbye, if the connection still takes it.</summary>
    public async Task CloseAsync(int code)
    {
        using var limit = new CancellationTokenSource(CloseLimit, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, limit.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It was broken already: there is nobody to say it to.
        }
    }

    public void Dispose() => turn.Dispose();
}
