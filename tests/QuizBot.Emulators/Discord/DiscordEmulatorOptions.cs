using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Judging;

namespace QuizBot.Emulators.Discord;

/// <summary>How an emulated Discord behaves; the defaults are Discord's own numbers.</summary>
public sealed record DiscordEmulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The only bot token that is accepted.</summary>
    public string Token { get; init; } = "MTAwMDAwMDAwMDAwMDAwMDAw.emulated.token-of-no-value-anywhere";

    public string BotName { get; init; } = "QuizBot";

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>What gateway/bot recommends.</summary>
    public int Shards { get; init; } = 1;

    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Refuses a second identify of a bucket within 5 s.</summary>
    public bool LimitsIdentify { get; init; } = true;

    /// <summary>Refuses a shard with more than 2,500 guilds.</summary>
    public bool RequiresSharding { get; init; } = true;

    public int StartsPerDay { get; init; } = 1000;

    /// <summary>The privileged intents that were granted to the bot.</summary>
    public Intents AllowedPrivilegedIntents { get; init; } = Intents.None;

    /// <summary>How many events a session remembers for a resume.</summary>
    public int SessionMemory { get; init; } = 5000;

    /// <summary>How long an abandoned session can be resumed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The time between two guilds after READY.</summary>
    public TimeSpan GuildPace { get; init; } = TimeSpan.Zero;

    /// <summary>A gateway URL that points elsewhere, for gateway/bot.</summary>
    public string? GatewayUrl { get; init; }

    /// <summary>A gateway URL that points elsewhere, for a resume.</summary>
    public string? ResumeGatewayUrl { get; init; }

    public RateLimits RateLimits { get; init; } = RateLimits.Discord;

    /// <summary>Requests and answers are kept with their bodies; off for measurements.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>Checks requests and answers against Discord's own description; what it finds is thrown when the emulator is disposed. Null for measurements.</summary>
    public OpenApiJudge? Judge { get; init; } = OpenApiJudge.Discord;
}
