using System.Buffers;
using System.Net.WebSockets;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>Puts a connection's messages together, in memory that is bounded and, between large messages, small.</summary>
internal sealed class FrameReader(WebSocket socket) : IDisposable
{
    /// <summary>The largest message, as sent and as inflated. A large guild without its members is some hundred KiB.</summary>
    public const int MostSent = 4 << 20, MostInflated = 16 << 20;

    private const int Usual = 8 << 10;

    private readonly ZlibInflater inflater = new(MostInflated);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Usual);

    private static ReadOnlySpan<byte> SyncFlush => [0x00, 0x00, 0xFF, 0xFF];

    /// <summary>The next message.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async ValueTask<Frame> ReadAsync(CancellationToken cancellation)
    {
        if (buffer.Length > Usual * 8)
            Replace(Usual, 0);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= MostSent)
                    return new Frame(FrameKind.TooLarge);
                Replace(length * 2, length);
            }

            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                return new Frame(FrameKind.Closed, Code: (int?)socket.CloseStatus ?? 0, Reason: socket.CloseStatusDescription);
            length += received.Count;
            if (!received.EndOfMessage)
                continue;
            if (received.MessageType == WebSocketMessageType.Text)
                return new Frame(FrameKind.Json, buffer.AsMemory(0, length));
            if (buffer.AsSpan(0, length).EndsWith(SyncFlush))
                return Inflate(buffer.AsMemory(0, length));
        }
    }

    public void Dispose()
    {
        inflater.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private Frame Inflate(ReadOnlyMemory<byte> message)
    {
        try
        {
            return inflater.TryInflate(message, out var json) ? new Frame(FrameKind.Json, json) : new Frame(FrameKind.TooLarge);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return new Frame(FrameKind.Garbage);
        }
    }

    private void Replace(int size, int kept)
    {
        var other = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, kept).CopyTo(other);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = other;
    }
}
