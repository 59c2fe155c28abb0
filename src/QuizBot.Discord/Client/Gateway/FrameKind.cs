namespace QuizBot.Discord.Client.Gateway;

/// <summary>What was received.</summary>
internal enum FrameKind
{
    /// <summary>A whole message.</summary>
    Json,

    /// <summary>The connection's end.</summary>
    Closed,

    /// <summary>A message that is too large; nothing after it can be read.</summary>
    TooLarge,

    /// <summary>What cannot be inflated; nothing after it can be read.</summary>
    Garbage,
}
