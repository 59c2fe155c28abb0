using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using QuizBot.Slack.Client.Socket;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Socket;

public sealed class AcknowledgementWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acknowledgements_OfABurst_TakeFewWrites()
    {
        var (client, other) = DuplexStream.NewPair();
        await using var stream = new FrameStream(client, TimeProvider.System);
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions());
        using var server = WebSocket.CreateFromStream(other, new WebSocketCreationOptions { IsServer = true });
        var writer = new AcknowledgementWriter(socket, stream);
        for (var i = 0; i < 2000; i++)
            writer.Send(new Acknowledgement($"envelope \"{i}\"", i == 7 ? "{\"a\":1}"u8.ToArray() : null));
        writer.Complete();
        await writer.RunAsync();

        // Some 100 KB, 32 KiB at a time, and the close.
        Assert.InRange(client.Writes, 2, 8);
        var buffer = new byte[1024];
        for (var i = 0; i < 2000; i++)
        {
            var got = await server.ReceiveAsync(buffer.AsMemory(), Cancellation);
            var sent = JsonElement.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count));
            Assert.Equal($"envelope \"{i}\"", sent.GetProperty("envelope_id").GetString());
            Assert.Equal(i == 7, sent.TryGetProperty("payload", out _));
        }

        Assert.Equal(WebSocketMessageType.Close, (await server.ReceiveAsync(buffer.AsMemory(), Cancellation)).MessageType);
        // Too late: nothing is sent, and nothing fails.
        writer.Send(new Acknowledgement("late", null));
    }
}
