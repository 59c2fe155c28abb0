namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>What is known of a connection, from its first byte to its end.</summary>
public sealed class GatewayConnectionRecord
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required int Number { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string Query { get; init; }

    public bool IsCompressed { get; internal set; }

    /// <summary>Every payload the client sent, in order.</summary>
    public Recording.Journal<GatewayPayload> Received { get; } = new();

    /// <summary>The session it holds or held.</summary>
    public string? SessionId { get; internal set; }

    public int? Shard { get; internal set; }

    public int? Shards { get; internal set; }

    public Intents? Intents { get; internal set; }

    /// <summary>It took up an earlier session.</summary>
    public bool IsResumed { get; internal set; }

    public int Heartbeats { get; internal set; }

    /// <summary>Events written to the socket.</summary>
    public long Events { get; internal set; }

    public long BytesSent { get; internal set; }

    /// <summary>The code with which the client closed; null when it did not.</summary>
    public int? ClosedByClient { get; internal set; }

    /// <summary>The code with which the emulator closed; null when it did not.</summary>
    public int? ClosedByServer { get; internal set; }

    public bool IsOpen => !ended.Task.IsCompleted;

    /// <summary>Ends when the connection did.</summary>
    public Task Ended => ended.Task;

    internal void End() => ended.TrySetResult();
}
