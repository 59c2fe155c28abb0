using System.Buffers;
using System.Net.WebSockets;

namespace QuizBot.Playground.Live;

/// <summary>Reads whole frames from a socket.</summary>
internal sealed class FrameReader(WebSocket socket)
{
    /// <summary>Room for far more than a page may say, so that it hears why it may not.</summary>
    private const int Longest = 1024 * 1024;
    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    /// <summary>The next frame, valid until the next call; empty where it is longer than any may be, null where the page is gone.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellation)
    {
        buffer.ResetWrittenCount();
        var isTooLong = false;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            isTooLong |= buffer.WrittenCount + part.Count > Longest;
            if (!isTooLong)
                buffer.Advance(part.Count);
            if (part.EndOfMessage)
                return isTooLong ? ReadOnlyMemory<byte>.Empty : buffer.WrittenMemory;
        }
    }
}
