using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuizBot.Slack.Client.Wire;

namespace QuizBot.Slack.Client.Socket;

/// <summary>One connection of Socket Mode, from its opening to its end.</summary>
internal sealed partial class SlackSocket : IAsyncDisposable
{
    private readonly WebSocket socket;
    private readonly FrameStream stream;
    private readonly AcknowledgementWriter writer;
    private readonly Deliveries deliveries;
    private readonly Presence presence;
    private readonly SocketTimes times;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    private readonly TaskCompletionSource<bool> hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource gone = new();
    private readonly long opened;
    private bool isUp;
    private volatile bool isDeaf;

    // One more than the envelopes that are being heard, until it comes to its end here.
    private int unsettled = 1;
    private int isLast;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The open stream; disposed in the end.</param>
    /// <param name="deliveries">Where envelopes go.</param>
    /// <param name="presence">Is told when Slack is heard here and when no longer.</param>
    /// <param name="times">Limits.</param>
    /// <param name="time">The time.</param>
    /// <param name="logger">The log.</param>
    public SlackSocket(Stream stream, Deliveries deliveries, Presence presence, SocketTimes times, TimeProvider time, ILogger logger)
    {
        this.stream = new FrameStream(stream, time);
        socket = WebSocket.CreateFromStream(
            this.stream, new WebSocketCreationOptions { KeepAliveInterval = times.PingAfter, KeepAliveTimeout = times.PongWithin });
        writer = new AcknowledgementWriter(socket, this.stream);
        this.deliveries = deliveries;
        this.presence = presence;
        this.times = times;
        this.time = time;
        this.logger = logger;
        opened = time.GetTimestamp();
        Closed = Task.Run(RunAsync);
    }

    /// <summary>Whether Slack said hello; false where the connection ended before.</summary>
    public Task<bool> Hello => hello.Task;

    /// <summary>Completes when a successor is needed, which may be long before the end.</summary>
    public Task<SocketEnd> Leaving => leaving.Task;

    /// <summary>Completes when all is over; never fails.</summary>
    public Task Closed { get; }

    /// <summary>Whether it lasted long enough not to be one of many failures in a row.</summary>
    public bool WasSteady => time.GetElapsedTime(opened) >= times.Steady;

    private bool IsExpectedToEnd => leaving.Task.IsCompleted || Volatile.Read(ref isLast) == 1;

    /// <summary>An envelope came that <see cref="Settle"/> will be called for.</summary>
    public void Expect() => Interlocked.Increment(ref unsettled);

    /// <summary>An envelope was heard, or could not be.</summary>
    public void Settle(string envelopeId, bool isHeard, ReadOnlyMemory<byte>? payload)
    {
        if (isHeard)
            writer.Send(new Acknowledgement(envelopeId, payload));
        Unexpect();
    }

    /// <summary>
    /// Lets it go, its successor being up. It hears and acknowledges on until Slack closes it: did we close it, what is on its way
    /// would be heard but not acknowledged, and come again. Only when that takes long it is closed here.
    /// </summary>
    public async Task RetireAsync()
    {
        if (!await Closed.IsOverWithinAsync(times.Overlap, time))
            await CloseAsync();
    }

    /// <summary>Ends it at once.</summary>
    public async Task AbortAsync()
    {
        Volatile.Write(ref isLast, 1);
        settled.TrySetResult();
        await gone.CancelAsync();
        socket.Abort();
        await Closed;
    }

    /// <summary>Ends it without hearing more, but acknowledges what is being heard.</summary>
    public async ValueTask DisposeAsync()
    {
        isDeaf = true;
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        await SettleAsync();
        writer.Complete();
        await Closed.IsOverWithinAsync(times.Closing, time);
        await AbortAsync();
    }

    private async Task RunAsync()
    {
        var writing = WriteAsync();
        using var watch = time.CreateTimer(_ => CheckSilence(), null, times.ServerSilence / 4, times.ServerSilence / 4);
        try
        {
            await ReceiveAsync();
            if (!IsExpectedToEnd)
                Broke("Slack closed it");
            End();
            await SettleAsync();
            writer.Complete();
            await writing.WaitAsync(times.Closing, time);
        }
        catch (Exception fault) when (IsBreak(fault))
        {
            if (!IsExpectedToEnd)
                Broke(fault.Message);
        }
        catch (Exception fault)
        {
            Faulted(fault);
        }

        End();
        settled.TrySetResult();
        writer.Complete();
        socket.Abort();
        socket.Dispose();
        await writing;
    }

    // Who cannot acknowledge must not hear either.
    private async Task WriteAsync()
    {
        try
        {
            await writer.RunAsync();
        }
        catch (Exception fault)
        {
            if (!IsBreak(fault))
                Faulted(fault);
            socket.Abort();
        }
    }

    private static bool IsBreak(Exception fault) =>
        fault is WebSocketException or IOException or InvalidDataException or ObjectDisposedException or OperationCanceledException or TimeoutException;

    // Nothing more is heard here.
    private void End()
    {
        if (isUp)
            presence.Lose();
        isUp = false;
        hello.TrySetResult(false);
        leaving.TrySetResult(SocketEnd.Dropped);
    }

    /// <summary>Waits, not for ever, until what came was heard.</summary>
    private async Task SettleAsync()
    {
        if (Interlocked.Exchange(ref isLast, 1) == 0)
            Unexpect();
        await settled.Task.IsOverWithinAsync(times.Closing, time);
    }

    private async Task ReceiveAsync()
    {
        var reader = new MessageReader(socket);
        while (await reader.ReadAsync() is { } message)
            await TakeAsync(message.Span);
    }

    private ValueTask TakeAsync(ReadOnlySpan<byte> frame)
    {
        Envelope envelope = default;
        Reading reading;
        try
        {
            envelope = Envelope.Read(frame);
            reading = envelope.Id is null ? default : envelope.ReadPayload();
        }
        catch (JsonException fault)
        {
            // Acknowledged if it can be: delivered again it would be no better.
            Malformed(frame.Length, fault.Message);
            reading = Reading.Nothing("");
        }

        if (envelope.Id is { } id && !isDeaf)
            return TakeAsync(id, reading, envelope);
        if (envelope.Kind == EnvelopeKind.Hello && !isUp)
        {
            isUp = true;
            presence.Gain();
            hello.TrySetResult(true);
        }
        else if (envelope.Kind == EnvelopeKind.Disconnect)
        {
            Leave(envelope.Reason);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask TakeAsync(string id, in Reading reading, in Envelope envelope)
    {
        if (envelope.Retry > 0)
            Again(id, envelope.Retry, envelope.Reason);
        if (reading.Event is not null)
            return deliveries.AcceptAsync(new Delivery(id, reading, envelope.AcceptsPayload, this), gone.Token);
        if (reading.PassedOver.Length > 0)
            PassedOver(reading.PassedOver);
        writer.Send(new Acknowledgement(id, null));
        return ValueTask.CompletedTask;
    }

    private void Leave(string? reason)
    {
        Asked(reason);
        leaving.TrySetResult(reason switch
        {
            "link_disabled" => SocketEnd.SwitchedOff,
            "too_many_websockets" => SocketEnd.TooMany,
            _ => SocketEnd.Refresh,
        });
    }

    private void CheckSilence()
    {
        if (stream.Silence < times.ServerSilence)
            return;
        Silent(stream.Silence);
        socket.Abort();
    }

    private void Unexpect()
    {
        if (Interlocked.Decrement(ref unsettled) == 0)
            settled.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to Slack broke, another is opened: {Why}")]
    private partial void Broke(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A connection to Slack faulted, another is opened")]
    private partial void Faulted(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to Slack was silent for {Silence}, another is opened")]
    private partial void Silent(TimeSpan silence);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack asks to leave a connection: {Reason}")]
    private partial void Asked(string? reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack delivers {Envelope} again, try {Retry}: {Reason}")]
    private partial void Again(string envelope, long retry, string? reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Passed over: {Type}")]
    private partial void PassedOver(string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A frame of {Length} bytes from Slack was not understood and is passed over: {Why}")]
    private partial void Malformed(int length, string why);
}
