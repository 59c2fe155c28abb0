namespace QuizBot.Emulators.Slack.Api;

/// <summary>
/// How much an app may call. Slack says the rates and keeps the bursts to itself, so those are set low: who gets no 429 here
/// gets none there.
/// </summary>
public sealed record SlackRateLimits
{
    public static readonly SlackRateLimits Slack = new();

    public static readonly SlackRateLimits None = new() { IsOn = false };

    public bool IsOn { get; init; } = true;

    /// <summary>Calls of one method in one workspace.</summary>
    public RateLimit Tier1 { get; init; } = new(1, TimeSpan.FromMinutes(1));

    public RateLimit Tier2 { get; init; } = new(20, TimeSpan.FromMinutes(1));

    public RateLimit Tier3 { get; init; } = new(50, TimeSpan.FromMinutes(1));

    public RateLimit Tier4 { get; init; } = new(100, TimeSpan.FromMinutes(1));

    /// <summary>Messages in one channel: one a second, and a few at once.</summary>
    public RateLimit PostsPerChannel { get; init; } = new(60, TimeSpan.FromMinutes(1)) { Burst = 3 };

    /// <summary>Messages in one workspace: several hundred a minute.</summary>
    public RateLimit PostsPerWorkspace { get; init; } = new(300, TimeSpan.FromMinutes(1)) { Burst = 30 };

    /// <summary>Methods that Slack limits apart, such as auth.test.</summary>
    public RateLimit Special { get; init; } = new(600, TimeSpan.FromMinutes(1));
}
