using System.Buffers;
using System.Buffers.Binary;

namespace QuizBot.Emulators.Wire;

/// <summary>WebSocket frames as a server sends them (RFC 6455 §5.2). Written here because an emulator must also send wrong ones, and many at once.</summary>
internal static class SocketFrame
{
    public static void Append(IBufferWriter<byte> output, SocketMessageKind kind, ReadOnlySpan<byte> payload)
    {
        var header = output.GetSpan(10);
        header[0] = (byte)(0x80 | (int)kind);
        var length = 2;
        if (payload.Length < 126)
            header[1] = (byte)payload.Length;
        else if (payload.Length <= ushort.MaxValue)
        {
            header[1] = 126;
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)payload.Length);
            length = 4;
        }
        else
        {
            header[1] = 127;
            BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)payload.Length);
            length = 10;
        }
        output.Advance(length);
        output.Write(payload);
    }

    public static byte[] ClosePayload(int code, string reason)
    {
        var payload = new byte[2 + System.Text.Encoding.UTF8.GetByteCount(reason)];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        System.Text.Encoding.UTF8.GetBytes(reason, payload.AsSpan(2));
        return payload;
    }
}
