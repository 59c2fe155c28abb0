namespace QuizBot.Chat.Messages;

/// <summary>
/// A message in no platform's terms. Every adapter shows it readably and as plain text for notifications and screen
/// readers. Nothing in it mentions anyone but a <see cref="MemberSpan"/>, and that without a notification.
/// </summary>
/// <param name="Blocks">From top to bottom; at most 40.</param>
public sealed record ChatMessage(IReadOnlyList<ChatBlock> Blocks)
{
    /// <summary>The line a notification shows; plain text of at most 150 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>How it is toned.</summary>
    public ChatTone Tone { get; init; }

    /// <summary>
    /// True for what those want to hear of who asked to be told: the question of the day, the beginning of a quiz. A platform that
    /// is configured to notifies them.
    /// </summary>
    public bool Announces { get; init; }
}
