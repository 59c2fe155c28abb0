using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace QuizBot.Slack.Client.Socket;

/// <summary>
/// Opens a WebSocket by HTTP and hands out the stream below it (RFC 6455, 4.1), which ClientWebSocket would keep: it is needed to
/// gather frames and to see pings.
/// </summary>
internal static class SocketHandshake
{
    /// <exception cref="HttpRequestException">It could not be opened; holds nothing of the address but its host.</exception>
    public static async Task<Stream> ConnectAsync(HttpMessageInvoker http, Uri url, CancellationToken cancellation)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using var request = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" }, { "Sec-WebSocket-Key", key } },
        };
        var response = await http.SendAsync(request, cancellation);
        try
        {
            if (response.StatusCode != HttpStatusCode.SwitchingProtocols)
                throw new HttpRequestException($"the connection was answered with {(int)response.StatusCode}", inner: null, response.StatusCode);
            if (!response.Headers.TryGetValues("Sec-WebSocket-Accept", out var accepted) || accepted.SingleOrDefault() != Accept(key))
                throw new HttpRequestException("the answer to the connection is not a WebSocket's");
            return await response.Content.ReadAsStreamAsync(cancellation);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // RFC 6455 says SHA-1; no secret hangs on it.
#pragma warning disable CA5350
    private static string Accept(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
