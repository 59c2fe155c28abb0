using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace QuizBot.Slack.Client.Socket;

/// <summary>The one writer of a connection: sends acknowledgements in any order, as many as there are with one write, and in the end closes.</summary>
internal sealed class AcknowledgementWriter(WebSocket socket, FrameStream stream)
{
    private const int OneWrite = 32 * 1024;

    private readonly Channel<Acknowledgement> queue =
        Channel.CreateUnbounded<Acknowledgement>(new() { SingleReader = true, AllowSynchronousContinuations = false });

    /// <summary>Sends it soon; nothing where the connection is at its end, and then Slack delivers again.</summary>
    public void Send(in Acknowledgement acknowledgement) => queue.Writer.TryWrite(acknowledgement);

    /// <summary>Sends what is there, and then closes.</summary>
    public void Complete() => queue.Writer.TryComplete();

    /// <summary>Sends until completed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task RunAsync()
    {
        var frame = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(frame);
        while (await queue.Reader.WaitToReadAsync())
        {
            stream.Gather();
            while (stream.Gathered < OneWrite && queue.Reader.TryRead(out var next))
            {
                frame.ResetWrittenCount();
                json.Reset();
                next.Write(json);
                await socket.SendAsync(frame.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }

            await stream.ReleaseAsync();
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }
}
