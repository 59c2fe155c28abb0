using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Threading.Channels;
using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>One WebSocket to a bot: its queue, its writing and its reading.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int Batch = 64 * 1024;

    private readonly ServerSocket socket;
    private readonly TimeProvider time;
    private readonly Channel<Outgoing> queue = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private readonly ArrayBufferWriter<byte> batch = new(Batch), payload = new(4096), packed = new(4096);
    private readonly ZLibStream? deflate;
    private readonly CancellationTokenSource gone = new();

    public GatewayConnection(ServerSocket socket, GatewayConnectionRecord record, TimeProvider time)
    {
        this.socket = socket;
        this.time = time;
        Record = record;
        if (record.IsCompressed)
            deflate = new(new BufferStream(packed), CompressionLevel.Fastest);
    }

    public GatewayConnectionRecord Record { get; }

    public GatewaySession? Session { get; set; }

    /// <summary>Nothing is sent or heard any more, and the socket stays.</summary>
    public bool IsHalfOpen { get; set; }

    /// <summary>How long each write takes.</summary>
    public TimeSpan SlowBy { get; set; }

    public CancellationToken Gone => gone.Token;

    public void Send(Outgoing what) => queue.Writer.TryWrite(what);

    public void Send(byte[] wholePayload) => Send(new Outgoing(wholePayload));

    public void Close(int code)
    {
        Record.ClosedByServer ??= code;
        Send(new Outgoing(SocketFrame.ClosePayload(code, CloseCode.Reason(code)), Kind: SocketMessageKind.Close));
    }

    /// <summary>Gives the session up, which another connection may take.</summary>
    public void Release(DateTimeOffset now)
    {
        Session?.Detach(this, now);
        Session = null;
    }

    /// <summary>Nothing more is queued; what is there is still written.</summary>
    public void Finish() => queue.Writer.TryComplete();

    public void Abort()
    {
        queue.Writer.TryComplete();
        socket.Abort();
        gone.Cancel();
    }

    public Task<SocketMessage> ReadAsync() => socket.ReadAsync(gone.Token);

    /// <summary>Writes what is queued until the connection ends, as many payloads at once as there are.</summary>
    public async Task WriteAsync()
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync(gone.Token))
            {
                var (last, closing) = (0, false);
                batch.ResetWrittenCount();
                while (!closing && batch.WrittenCount < Batch && queue.Reader.TryRead(out var next))
                {
                    Append(next);
                    last = Math.Max(last, next.Sequence);
                    closing = next.Kind == SocketMessageKind.Close;
                }
                if (IsHalfOpen)
                    continue;
                if (SlowBy > TimeSpan.Zero)
                    await Task.Delay(SlowBy, time, gone.Token);
                await socket.WriteAsync(batch.WrittenMemory, gone.Token);
                Record.BytesSent += batch.WrittenCount;
                if (last > 0)
                    Session?.Written(last);
                if (closing)
                    break;
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client left or was cut off; whoever reads finds out, too.
        }
    }

    // Not the token's source, which holds nothing: whoever cuts all connections may meet one that is ending just then.
    public void Dispose() => deflate?.Dispose();

    private void Append(Outgoing next)
    {
        if (next.IsRaw)
        {
            batch.Write(next.Body.Span);
            return;
        }
        if (next.Kind != SocketMessageKind.Text)
        {
            SocketFrame.Append(batch, next.Kind, next.Body.Span);
            return;
        }
        var body = next.Body.Span;
        if (next.Sequence > 0)
        {
            payload.ResetWrittenCount();
            payload.Write("{\"op\":0,\"s\":"u8);
            Utf8Formatter.TryFormat(next.Sequence, payload.GetSpan(11), out var digits);
            payload.Advance(digits);
            payload.Write(","u8);
            payload.Write(body);
            body = payload.WrittenSpan;
            Record.Events++;
        }
        if (deflate is null)
        {
            SocketFrame.Append(batch, SocketMessageKind.Text, body);
            return;
        }
        packed.ResetWrittenCount();
        deflate.Write(body);
        deflate.Flush();
        SocketFrame.Append(batch, SocketMessageKind.Binary, packed.WrittenSpan);
    }
}
