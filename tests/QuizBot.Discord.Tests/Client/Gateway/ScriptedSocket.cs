using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace QuizBot.Discord.Tests.Client.Gateway;

/// <summary>A WebSocket whose other end is the test.</summary>
internal sealed class ScriptedSocket : WebSocket
{
    private readonly Channel<(WebSocketMessageType Type, byte[] Bytes, bool End)> incoming = Channel.CreateUnbounded<(WebSocketMessageType, byte[], bool)>();
    private readonly Channel<string> outgoing = Channel.CreateUnbounded<string>();
    private (WebSocketMessageType Type, ReadOnlyMemory<byte> Left, bool End)? current;
    private WebSocketCloseStatus? closeStatus;
    private string? closeDescription;

    public required Uri Url { get; init; }

    /// <summary>With which code the client closed.</summary>
    public TaskCompletionSource<int> Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sending never ends, as over a line that is cut.</summary>
    public bool SwallowsNothing { get; set; }

    public override WebSocketCloseStatus? CloseStatus => closeStatus;

    public override string? CloseStatusDescription => closeDescription;

    public override WebSocketState State => Closed.Task.IsCompleted ? WebSocketState.Closed : WebSocketState.Open;

    public override string? SubProtocol => null;

    public void Say(string json) => Say(WebSocketMessageType.Text, Encoding.UTF8.GetBytes(json));

    public void Say(WebSocketMessageType type, byte[] bytes, bool end = true) => incoming.Writer.TryWrite((type, bytes, end));

    public void Hello(int interval = 40_000) => Say($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}}}}""");

    public void Ready(int sequence = 1, string resume = "ws://127.0.0.1:2", params ulong[] guilds) => Say(
        $$$$"""{"op":0,"s":{{{{sequence}}}},"t":"READY","d":{"session_id":"sid","resume_gateway_url":"{{{{resume}}}}","user":{"id":"1","username":"bot","bot":true},"application":{"id":"9"},"guilds":[{{{{string.Join(',', guilds.Select(g => $"{{\"id\":\"{g}\",\"unavailable\":true}}"))}}}}]}}""");

    public void CloseWith(int code, string? reason = null)
    {
        (closeStatus, closeDescription) = ((WebSocketCloseStatus)code, reason);
        Say(WebSocketMessageType.Close, []);
    }

    /// <summary>The line breaks without a word.</summary>
    public void Break() => incoming.Writer.TryComplete();

    /// <summary>The next message that the client sends.</summary>
    public async Task<string> HearAsync() =>
        await outgoing.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>The next message with this opcode; others are passed over.</summary>
    public async Task<string> HearAsync(int op)
    {
        while (true)
            if (await HearAsync() is var json && json.StartsWith($"{{\"op\":{op},", StringComparison.Ordinal))
                return json;
    }

    public bool TryHear(out string? json) => outgoing.Reader.TryRead(out json);

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (current is null && !await incoming.Reader.WaitToReadAsync(cancellationToken))
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        var (type, rest, end) = current ??= await incoming.Reader.ReadAsync(cancellationToken);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        current = count < rest.Length ? (type, rest[count..], end) : null;
        return new ValueWebSocketReceiveResult(count, type, end && current is null);
    }

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        if (SwallowsNothing)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        outgoing.Writer.TryWrite(Encoding.UTF8.GetString(buffer.Span));
    }

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        Closed.TrySetResult((int)closeStatus);
        return Task.CompletedTask;
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override void Abort() => incoming.Writer.TryComplete();

    public override void Dispose()
    {
        incoming.Writer.TryComplete();
        Closed.TrySetResult(0);
    }
}
