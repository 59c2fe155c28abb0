namespace QuizBot.Discord.Client.Gateway;

/// <summary>What a message of the gateway is about.</summary>
internal enum HeardKind
{
    /// <summary>Nothing that matters here.</summary>
    Nothing,
    Hello,
    HeartbeatAnswered,
    HeartbeatAsked,
    Reconnect,
    InvalidSession,
    Ready,
    Resumed,
    Event,
}
