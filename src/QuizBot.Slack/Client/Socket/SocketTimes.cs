namespace QuizBot.Slack.Client.Socket;

/// <summary>How long things of the socket may take.</summary>
internal sealed record SocketTimes
{
    /// <summary>From the address to the connection, and from there to Slack's hello.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence after which the other side is asked for a sign of life.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long that sign may take.</summary>
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Slack pings by itself every 30 s or so. Where it does not, what answers our pings is not Slack.</summary>
    public TimeSpan ServerSilence { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary>How long a connection goes on beside its successor. Slack closes it some 10 s after it said so.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection that ends waits for what is being heard, and then for the other side to close.</summary>
    public TimeSpan Closing { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A connection that lasted this long is replaced at once; one that did not, after a pause.</summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between tries while Socket Mode is switched off.</summary>
    public TimeSpan SwitchedOff { get; init; } = TimeSpan.FromMinutes(1);
}
