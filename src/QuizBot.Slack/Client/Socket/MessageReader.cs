using System.Net.WebSockets;

namespace QuizBot.Slack.Client.Socket;

/// <summary>Puts messages together from what a WebSocket gives, up to a bound.</summary>
internal sealed class MessageReader(WebSocket socket)
{
    /// <summary>Longer messages are refused. Slack's longest, with a whole view in them, are well below 1 MiB.</summary>
    public const int Longest = 4 << 20;

    private const int Usual = 16 * 1024;

    private byte[] buffer = new byte[Usual];

    /// <summary>The next message, good until the next call; null when the other side closes.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The message is too long; no more can be read.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        // One long message does not cost memory for ever.
        if (buffer.Length > 8 * Usual)
            buffer = new byte[Usual];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, length < Longest ? Math.Min(length * 2, Longest) : throw new InvalidDataException($"a frame of more than {Longest} bytes"));
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return buffer.AsMemory(0, length);
        }
    }
}
