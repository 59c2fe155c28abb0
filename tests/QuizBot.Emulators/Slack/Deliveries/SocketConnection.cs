using System.Buffers;
using System.Threading.Channels;
using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>One WebSocket to an app: its queue and its writing.</summary>
internal sealed class SocketConnection(ServerSocket socket, ConnectionRecord record, TimeProvider time) : IDisposable
{
    private const int Batch = 64 * 1024;

    private readonly Channel<OutgoingFrame> queue = Channel.CreateUnbounded<OutgoingFrame>(new() { SingleReader = true });
    private readonly ArrayBufferWriter<byte> batch = new(Batch), text = new(4096);
    private readonly CancellationTokenSource gone = new();

    public ConnectionRecord Record => record;

    /// <summary>Nothing is sent or heard any more, and the socket stays.</summary>
    public bool IsHalfOpen { get; set; }

    /// <summary>The app said goodbye, or was sent away: it gets no more deliveries.</summary>
    public bool IsClosing { get; set; }

    /// <summary>How long each write takes.</summary>
    public TimeSpan SlowBy { get; set; }

    public CancellationToken Gone => gone.Token;

    public void Send(OutgoingFrame what) => queue.Writer.TryWrite(what);

    public void Send(string message) => Send(new OutgoingFrame(System.Text.Encoding.UTF8.GetBytes(message)));

    public void Close(int code)
    {
        IsClosing = true;
        record.ClosedByServer ??= code;
        Send(new OutgoingFrame(SocketFrame.ClosePayload(code, ""), SocketMessageKind.Close));
    }

    /// <summary>Nothing more is queued; what is there is still written.</summary>
    public void Finish() => queue.Writer.TryComplete();

    public void Abort()
    {
        IsClosing = true;
        queue.Writer.TryComplete();
        try
        {
            gone.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at the same moment.
        }
        socket.Abort();
    }

    public Task<SocketMessage> ReadAsync() => socket.ReadAsync(gone.Token);

    /// <summary>Writes what is queued until the connection ends, as many frames at once as there are.</summary>
    public async Task WriteAsync()
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync(gone.Token))
            {
                var closing = false;
                batch.ResetWrittenCount();
                while (!closing && batch.WrittenCount < Batch && queue.Reader.TryRead(out var next))
                {
                    Append(next);
                    closing = next.Kind == SocketMessageKind.Close;
                }
                if (IsHalfOpen)
                    continue;
                if (SlowBy > TimeSpan.Zero)
                    await Task.Delay(SlowBy, time, gone.Token);
                await socket.WriteAsync(batch.WrittenMemory, gone.Token);
                if (closing)
                    break;
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The app left or was cut off; whoever reads finds out, too.
        }
    }

    public void Dispose() => gone.Dispose();

    private void Append(OutgoingFrame next)
    {
        if (next.IsRaw)
        {
            batch.Write(next.Body.Span);
            return;
        }
        if (next.Envelope is not { } envelope)
        {
            SocketFrame.Append(batch, next.Kind, next.Body.Span);
            return;
        }
        text.ResetWrittenCount();
        envelope.Append(text, next.Body.Span);
        SocketFrame.Append(batch, SocketMessageKind.Text, text.WrittenSpan);
        record.Envelopes++;
    }
}
