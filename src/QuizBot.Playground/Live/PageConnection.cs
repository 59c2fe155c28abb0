using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Live;

/// <summary>One page. What it is told waits in a bounded queue; a page too slow to take it is dropped and catches up when it is back.</summary>
internal sealed class PageConnection(WebSocket socket, PageFrames frames)
{
    private const int MostWaiting = 512;
    private const int MostAtOnce = 32;
    private readonly Channel<ReadOnlyMemory<byte>> waiting = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Who the page is; null until it has said so.</summary>
    public Person? Me { get; set; }

    public void Send(ServerFrame frame) => Send(JsonSerializer.SerializeToUtf8Bytes(frame, PlaygroundJson.Default.ServerFrame));

    public void Send(ReadOnlyMemory<byte> frame)
    {
        if (!waiting.Writer.TryWrite(frame))
            Drop();
    }

    public void Drop() => socket.Abort();

    /// <summary>Serves the page until it leaves, is dropped, or the application stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task[] both = [SendAllAsync(end.Token), ReceiveAllAsync(end.Token)];
        try
        {
            await await Task.WhenAny(both);
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // Dropped, or the page closed without a word: it comes back by itself.
        }
        await end.CancelAsync();
        socket.Abort();
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SendAllAsync(CancellationToken cancellation)
    {
        await foreach (var frame in waiting.Reader.ReadAllAsync(cancellation))
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellation);
    }

    /// <summary>
    /// Each frame runs to its first wait before the next is read, so that what a page says is stored in order. A page with too
    /// much under way is not read until some of it is done.
    /// </summary>
    private async Task ReceiveAllAsync(CancellationToken cancellation)
    {
        var reader = new FrameReader(socket);
        var underWay = new List<Task>();
        while (await reader.NextAsync(cancellation) is { } frame)
        {
            underWay.Add(frames.TakeAsync(this, frame, cancellation));
            if (underWay.Count >= MostAtOnce)
                await Task.WhenAny(underWay);
            foreach (var done in underWay.FindAll(task => task.IsCompleted))
            {
                underWay.Remove(done);
                await done;
            }
        }
    }
}
