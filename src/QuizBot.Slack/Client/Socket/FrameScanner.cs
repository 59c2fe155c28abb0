using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace QuizBot.Slack.Client.Socket;

/// <summary>Follows the heads of the frames in a stream of WebSocket bytes (RFC 6455, 5.2).</summary>
internal struct FrameScanner
{
    private Head head;
    private int have;
    private ulong payload;

    /// <summary>Takes the next bytes.</summary>
    /// <returns>Whether the other side said something by itself in them: any frame begun but a pong.</returns>
    public bool Scan(ReadOnlySpan<byte> bytes)
    {
        var said = false;
        while (!bytes.IsEmpty)
        {
            if (payload > 0)
            {
                var part = (int)Math.Min(payload, (ulong)bytes.Length);
                payload -= (uint)part;
                bytes = bytes[part..];
                continue;
            }

            head[have++] = bytes[0];
            bytes = bytes[1..];
            if (have < 2 || have < Length())
                continue;
            payload = (head[1] & 0x7F) switch
            {
                126 => BinaryPrimitives.ReadUInt16BigEndian(head[2..4]),
                127 => BinaryPrimitives.ReadUInt64BigEndian(head[2..10]),
                var small => (ulong)small,
            };
            have = 0;
            said |= (head[0] & 0x0F) != 0xA;
        }

        return said;
    }

    private readonly int Length() => 2 + (head[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 } + ((head[1] & 0x80) == 0 ? 0 : 4);

    [InlineArray(14)]
    private struct Head
    {
        private byte first;
    }
}
