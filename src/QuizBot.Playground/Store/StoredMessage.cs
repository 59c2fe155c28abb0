namespace QuizBot.Playground.Store;

/// <summary>A message as it stands. Either <see cref="Body"/> (a member's words) or <see cref="Content"/> (a bot's blocks, as JSON) is there.</summary>
internal sealed record StoredMessage
{
    public required long Id { get; init; }
    public required string Channel { get; init; }
    public required string Author { get; init; }
    public required string Summary { get; init; }
    public required long PostedUs { get; init; }
    public required long Sequence { get; init; }
    public long? Thread { get; init; }
    public string? OnlyFor { get; init; }
    public string? Body { get; init; }
    public string? Content { get; init; }
    public string? UsedBy { get; init; }
    public string? Used { get; init; }
    public long? EditedUs { get; init; }

    /// <summary>The message it answers, as far as is shown above it.</summary>
    public (long Id, string Author, string Summary)? ReplyTo { get; init; }

    public string? ThreadName { get; init; }
    public int Replies { get; init; }
    public long? LastReplyUs { get; init; }

    /// <summary>In the order they were given.</summary>
    public IReadOnlyList<StoredReaction> Reactions { get; init; } = [];

    public bool IsSeenBy(string member) => OnlyFor is null || OnlyFor == member;
}
