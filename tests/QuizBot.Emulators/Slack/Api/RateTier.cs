namespace QuizBot.Emulators.Slack.Api;

internal enum RateTier
{
    Tier1,
    Tier2,
    Tier3,
    Tier4,
    Special,

    /// <summary>chat.postMessage: by channel and by workspace.</summary>
    Posts,
}
