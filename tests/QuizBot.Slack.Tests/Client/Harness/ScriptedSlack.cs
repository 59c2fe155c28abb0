using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using QuizBot.Slack.Client.Socket;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>A connection of Socket Mode whose other side a test plays.</summary>
internal sealed class ScriptedSlack : IAsyncDisposable
{
    private readonly WebSocket server;
    private readonly Task<bool> reading;

    private ScriptedSlack(DuplexStream client, DuplexStream other, Deliveries deliveries, Presence presence, SocketTimes times, TimeProvider time, TestLog log)
    {
        Stream = client;
        server = WebSocket.CreateFromStream(other, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
        Socket = new SlackSocket(client, deliveries, presence, times, time, log);
        reading = Task.Run(ReadAsync);
    }

    public SlackSocket Socket { get; }

    /// <summary>The client's end.</summary>
    public DuplexStream Stream { get; }

    /// <summary>What the client sent, as it came.</summary>
    public Heard<string> Sent { get; } = new();

    public static ScriptedSlack Open(Deliveries deliveries, Presence presence, TimeProvider time, TestLog log, SocketTimes? times = null)
    {
        var (client, other) = DuplexStream.NewPair();
        return new(client, other, deliveries, presence, times ?? new(), time, log);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text) =>
        server.SendAsync(bytes, type, endOfMessage: true, TestContext.Current.CancellationToken);

    public Task CloseAsync() => server.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);

    /// <summary>The acknowledgement of an envelope, once it is there.</summary>
    public async Task<JsonElement> AcknowledgedAsync(string envelope) =>
        JsonElement.Parse(await Sent.NthAsync(1, s => JsonElement.Parse(s).GetProperty("envelope_id").GetString() == envelope));

    public IEnumerable<string> Acknowledged => Sent.All.Select(s => JsonElement.Parse(s).GetProperty("envelope_id").GetString()!);

    /// <summary>Completes when the client closed; says whether it did so in order.</summary>
    public Task<bool> ClosedAsync() => reading.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Socket.AbortAsync();
        server.Abort();
        await reading;
        server.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var got = await server.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    return true;
                Sent.Add(Encoding.UTF8.GetString(buffer, 0, got.Count));
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }
}
