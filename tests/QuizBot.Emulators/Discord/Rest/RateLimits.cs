namespace QuizBot.Emulators.Discord.Rest;

/// <summary>How much a bot may ask; Discord does not publish its numbers, so these are what bots see in the headers.</summary>
public sealed record RateLimits
{
    public static readonly RateLimits Discord = new();

    public static readonly RateLimits None = new() { IsOn = false };

    public bool IsOn { get; init; } = true;

    /// <summary>Requests a second over all routes but interactions.</summary>
    public int Global { get; init; } = 50;

    public RateLimit Messages { get; init; } = new(5, TimeSpan.FromSeconds(5));

    public RateLimit Edits { get; init; } = new(5, TimeSpan.FromSeconds(5));

    public RateLimit Reactions { get; init; } = new(1, TimeSpan.FromMilliseconds(250));

    public RateLimit Webhooks { get; init; } = new(5, TimeSpan.FromSeconds(2));

    public RateLimit Threads { get; init; } = new(10, TimeSpan.FromMinutes(5) / 6);

    public RateLimit Commands { get; init; } = new(5, TimeSpan.FromSeconds(20));

    public RateLimit Gateway { get; init; } = new(2, TimeSpan.FromSeconds(5));

    public RateLimit Others { get; init; } = new(50, TimeSpan.FromSeconds(1));

    /// <summary>So many answers of 401, 403 or 429 within ten minutes shut the address out.</summary>
    public int Invalid { get; init; } = 10_000;
}
