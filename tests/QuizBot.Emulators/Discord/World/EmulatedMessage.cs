namespace QuizBot.Emulators.Discord.World;

/// <summary>A message, as it is now and as it was.</summary>
public sealed class EmulatedMessage
{
    private readonly Lock gate;

    internal EmulatedMessage(Lock gate, EmulatedChannel channel, ulong id, EmulatedUser author, DateTimeOffset at)
    {
        this.gate = gate;
        Channel = channel;
        Id = id;
        Author = author;
        At = at;
    }

    public ulong Id { get; }

    public EmulatedChannel Channel { get; }

    public EmulatedUser Author { get; }

    public DateTimeOffset At { get; }

    public DateTimeOffset? EditedAt { get; internal set; }

    /// <summary>How it reads now.</summary>
    public MessageContent Content { get; internal set; } = MessageContent.Empty;

    /// <summary>How it read before each edit, oldest first.</summary>
    public IReadOnlyList<MessageContent> History
    {
        get
        {
            lock (gate)
                return [.. HistoryUnguarded];
        }
    }

    /// <summary>The only member who sees it; null when everybody does.</summary>
    public ulong? OnlyFor { get; internal init; }

    public bool IsDeleted { get; internal set; }

    public MessageKind Kind { get; internal init; }

    public ulong? RepliesTo { get; internal init; }

    public string? Nonce { get; internal init; }

    /// <summary>The thread that began at it.</summary>
    public EmulatedChannel? Thread { get; internal set; }

    /// <summary>Reactions in the order in which the emoji first appeared.</summary>
    public IReadOnlyList<EmulatedReaction> Reactions
    {
        get
        {
            lock (gate)
                return [.. ReactionsUnguarded];
        }
    }

    internal MessageFlags Flags { get; set; }

    /// <summary>The interaction that brought it about.</summary>
    internal Interactions.EmulatedInteraction? Interaction { get; init; }

    internal bool NonceIsNumber { get; init; }

    internal List<MessageContent> HistoryUnguarded { get; } = [];

    internal List<EmulatedReaction> ReactionsUnguarded { get; } = [];

    /// <summary>Who put an emoji on it.</summary>
    public IReadOnlyList<ulong> WhoReacted(string emoji)
    {
        lock (gate)
            return [.. ReactionsUnguarded.Find(one => one.Emoji == emoji)?.UsersUnguarded ?? []];
    }
}
