namespace QuizBot.Chat;

/// <summary>What a platform can do; the same for all its workspaces.</summary>
public sealed record ChatCapabilities
{
    /// <summary>The bot can take a member's reaction away, so that one stands per member.</summary>
    public bool RemovesReactions { get; init; }

    /// <summary>Relative times in a message count down by themselves.</summary>
    public bool LiveTimes { get; init; }
}
