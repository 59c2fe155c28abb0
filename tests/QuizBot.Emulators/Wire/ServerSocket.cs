using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace QuizBot.Emulators.Wire;

/// <summary>The server's end of a WebSocket, with the bare stream in reach: what is sent, and whether, is the owner's choice.</summary>
internal sealed class ServerSocket
{
    private const int LargestMessage = 1 << 20;

    private readonly HttpContext context;
    private readonly Stream stream;
    private byte[] buffer = new byte[4096];
    private int start, end;

    private ServerSocket(HttpContext context, Stream stream)
    {
        this.context = context;
        this.stream = stream;
    }

    public static bool IsAskedFor(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
        && context.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.SecWebSocketKey.Count == 1;

    public static async Task<ServerSocket> AcceptAsync(HttpContext context)
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
#pragma warning disable CA5350 // RFC 6455 asks for SHA-1.
        context.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key)));
#pragma warning restore CA5350
        context.Response.Headers.Upgrade = "websocket";
        context.Response.StatusCode = StatusCodes.Status101SwitchingProtocols;
        return new(context, await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync());
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => stream.WriteAsync(bytes, cancel);

    /// <summary>Cuts the connection as a broken network does.</summary>
    public void Abort()
    {
        try
        {
            context.Abort();
        }
        catch (Exception ended) when (ended is ObjectDisposedException or NullReferenceException)
        {
            // It has ended by itself meanwhile; Kestrel takes a context's features away, and its Abort looks for them.
        }
    }

    /// <summary>The next whole message; <see cref="SocketMessageKind.Gone"/> at the end.</summary>
    public async Task<SocketMessage> ReadAsync(CancellationToken cancel)
    {
        try
        {
            var kind = SocketMessageKind.Gone;
            var message = new MemoryStream();
            while (true)
            {
                if (!await FillAsync(2, cancel))
                    return new(SocketMessageKind.Gone, default);
                var (final, opcode) = ((buffer[start] & 0x80) != 0, buffer[start] & 0x0F);
                var (masked, length, header) = (buffer[start + 1] & 0x80, (long)(buffer[start + 1] & 0x7F), 2);
                if (length >= 126)
                {
                    header = length == 126 ? 4 : 10;
                    if (!await FillAsync(header, cancel))
                        return new(SocketMessageKind.Gone, default);
                    length = header == 4
                        ? BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(start + 2))
                        : BinaryPrimitives.ReadInt64BigEndian(buffer.AsSpan(start + 2));
                }
                // A client must mask what it sends; and nobody sends a gateway this much.
                if (masked == 0 || length is < 0 or > LargestMessage || message.Length + length > LargestMessage)
                    return new(SocketMessageKind.Gone, default);
                if (!await FillAsync(header + 4 + (int)length, cancel))
                    return new(SocketMessageKind.Gone, default);
                var payload = Unmask(header, (int)length);
                if (opcode >= 8)
                    return Control(opcode, payload);
                if (opcode != 0)
                    kind = (SocketMessageKind)opcode;
                message.Write(payload);
                if (final)
                    return new(kind, message.ToArray());
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return new(SocketMessageKind.Gone, default);
        }
    }

    private static SocketMessage Control(int opcode, byte[] payload)
    {
        if (opcode != (int)SocketMessageKind.Close)
            return new((SocketMessageKind)opcode, payload);
        return payload.Length < 2
            ? new(SocketMessageKind.Close, payload, 1005)
            : new(SocketMessageKind.Close, payload, BinaryPrimitives.ReadUInt16BigEndian(payload), Encoding.UTF8.GetString(payload.AsSpan(2)));
    }

    private byte[] Unmask(int header, int length)
    {
        var mask = buffer.AsSpan(start + header, 4);
        var payload = buffer.AsSpan(start + header + 4, length).ToArray();
        for (var i = 0; i < payload.Length; i++)
            payload[i] ^= mask[i & 3];
        start += header + 4 + length;
        return payload;
    }

    private async Task<bool> FillAsync(int wanted, CancellationToken cancel)
    {
        while (end - start < wanted)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            if (buffer.Length < wanted)
                Array.Resize(ref buffer, Math.Max(wanted, buffer.Length * 2));
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel);
            if (read == 0)
                return false;
            end += read;
        }
        return true;
    }
}
