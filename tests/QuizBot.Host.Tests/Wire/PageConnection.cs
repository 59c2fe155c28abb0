using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace QuizBot.Host.Tests.Wire;

/// <summary>A WebSocket as the page opens it, frame by frame.</summary>
internal sealed class PageConnection : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];

    /// <exception cref="WebSocketException">Nobody is there.</exception>
    public static async Task<PageConnection> OpenAsync(Uri address, CancellationToken cancellation)
    {
        var connection = new PageConnection();
        connection._socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        try
        {
            await connection._socket.ConnectAsync(new Uri($"ws://{address.Authority}/playground/ws"), cancellation);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return connection;
    }

    public Task SendAsync(JsonObject frame, CancellationToken cancellation) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    /// <summary>The next frame; null once the other side has closed.</summary>
    public async Task<JsonObject?> ReceiveAsync(CancellationToken cancellation)
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return JsonNode.Parse(_buffer.AsSpan(0, length))!.AsObject();
        }
    }

    public void Dispose() => _socket.Dispose();
}
