using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.Deliveries;

namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>A bare Socket Mode client: it keeps what it hears, and acknowledges at once if it should.</summary>
internal sealed class SocketApp : IAsyncDisposable
{
    private readonly ClientWebSocket socket;
    private readonly bool acknowledges;
    private readonly SemaphoreSlim sending = new(1);
    private readonly Task reading;

    private SocketApp(ClientWebSocket socket, bool acknowledges)
    {
        this.socket = socket;
        this.acknowledges = acknowledges;
        reading = ReadAsync();
    }

    /// <summary>Every message, hello first.</summary>
    public Journal<JsonElement> Heard { get; } = new();

    /// <summary>Answers an envelope's payload, by its type.</summary>
    public Func<JsonElement, object?> Answer { get; set; } = _ => null;

    public Task Ended => reading;

    /// <summary>The emulator's own record of this connection.</summary>
    public ConnectionRecord Record { get; private set; } = null!;

    public static async Task<SocketApp> ConnectAsync(Office office, bool acknowledges)
    {
        var cancel = TestContext.Current.CancellationToken;
        var number = office.Slack.Connections.Count + 1;
        var url = (await office.OpenConnectionAsync()).AssertOk()["url"].GetString()!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new(url), cancel);
        return new(socket, acknowledges) { Record = await office.Slack.Connections.FirstAsync(one => one.Number == number, cancel) };
    }

    public Task<JsonElement> HearAsync(string type, int nth = 1) =>
        Heard.NthAsync(nth, message => message.TryGetProperty("type", out var one) && one.GetString() == type, TestContext.Current.CancellationToken);

    public Task AcknowledgeAsync(JsonElement envelope, object? payload = null) =>
        SendAsync(JsonSerializer.Serialize(payload is null
            ? (object)new { envelope_id = envelope.GetProperty("envelope_id").GetString() }
            : new { envelope_id = envelope.GetProperty("envelope_id").GetString(), payload }));

    public async Task SendAsync(string text)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        }
        finally
        {
            sending.Release();
        }
    }

    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        // A defect of the test's own answer shows here.
        await reading;
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
                    return;
                }
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                using var document = JsonDocument.Parse(message.ToArray());
                message.SetLength(0);
                var heard = document.RootElement.Clone();
                Heard.Add(heard);
                if (acknowledges && heard.TryGetProperty("envelope_id", out _))
                    await AcknowledgeAsync(heard, Answer(heard.GetProperty("payload")));
            }
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection ended without a word.
        }
    }
}
