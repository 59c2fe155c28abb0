using QuizBot.Emulators.Slack.Api;

namespace QuizBot.Emulators.Slack;

/// <summary>How an emulated Slack behaves; the defaults are Slack's own numbers where Slack says them.</summary>
public sealed record SlackEmulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    public SlackRateLimits RateLimits { get; init; } = SlackRateLimits.Slack;

    /// <summary>Calls, deliveries and frames are kept with their bodies; off for measurements.</summary>
    public bool KeepsRecords { get; init; } = true;

    /// <summary>How long an app has to acknowledge.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When an event that was not acknowledged is delivered again, counted from the failure before.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Between two pings on a Socket Mode connection.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long a connection lives before Slack asks for a new one; null leaves it to the switch.</summary>
    public TimeSpan? ConnectionLifetime { get; init; }

    /// <summary>From a warning, or a request to refresh, to the end of the connection.</summary>
    public TimeSpan RefreshGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Connections that one app may hold.</summary>
    public int ConnectionsPerApp { get; init; } = 10;

    /// <summary>Events an hour for a workspace and an app; what is more is dropped and said by <c>app_rate_limited</c>. Null for no limit.</summary>
    public int? EventsPerHour { get; init; } = 30_000;

    public TimeSpan TriggerLifetime { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan ResponseUrlLifetime { get; init; } = TimeSpan.FromMinutes(30);

    public int ResponseUrlUses { get; init; } = 5;

    /// <summary>How long after its post a message may be edited; null for ever, as workspaces have it at first.</summary>
    public TimeSpan? EditWindow { get; init; }
}
