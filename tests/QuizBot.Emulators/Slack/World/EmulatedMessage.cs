namespace QuizBot.Emulators.Slack.World;

/// <summary>A message, as it is now and as it was.</summary>
public sealed class EmulatedMessage
{
    private readonly Lock gate;

    internal EmulatedMessage(Lock gate, EmulatedChannel channel, string ts, EmulatedMember author, DateTimeOffset at)
    {
        this.gate = gate;
        Channel = channel;
        Ts = ts;
        Author = author;
        At = at;
    }

    public string Ts { get; }

    public EmulatedChannel Channel { get; }

    public EmulatedMember Author { get; }

    public DateTimeOffset At { get; }

    /// <summary>The first message of the thread it is in; null outside of threads.</summary>
    public string? ThreadTs { get; internal init; }

    /// <summary>A reply that the channel sees, too.</summary>
    public bool IsBroadcast { get; internal init; }

    /// <summary>The only member who sees it; null when everybody does.</summary>
    public EmulatedMember? OnlyFor { get; internal init; }

    /// <summary>Of an ephemeral message: whether the member looked at Slack when it came.</summary>
    public bool WasSeen { get; internal init; } = true;

    /// <summary>How it reads now.</summary>
    public MessageContent Content { get; internal set; } = MessageContent.Empty;

    public string Text => Content.Text;

    /// <summary>The last edit's ts.</summary>
    public string? EditedTs { get; internal set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>A special kind such as <c>channel_join</c>.</summary>
    public string? Subtype { get; internal init; }

    /// <summary>How it read before each edit, oldest first.</summary>
    public IReadOnlyList<MessageContent> History
    {
        get
        {
            lock (gate)
                return [.. HistoryUnguarded];
        }
    }

    /// <summary>Reactions in the order in which the emoji first appeared.</summary>
    public IReadOnlyList<EmulatedReaction> Reactions
    {
        get
        {
            lock (gate)
                return [.. ReactionsUnguarded];
        }
    }

    /// <summary>Replies in its thread, oldest first, deleted ones left out.</summary>
    public IReadOnlyList<EmulatedMessage> Replies
    {
        get
        {
            lock (gate)
                return [.. RepliesUnguarded.Where(reply => !reply.IsDeleted)];
        }
    }

    internal List<MessageContent> HistoryUnguarded { get; } = [];

    internal List<EmulatedReaction> ReactionsUnguarded { get; } = [];

    internal List<EmulatedMessage> RepliesUnguarded { get; } = [];

    /// <summary>Who put an emoji on it.</summary>
    public IReadOnlyList<string> WhoReacted(string name)
    {
        lock (gate)
            return [.. ReactionsUnguarded.Find(one => one.Name == name)?.UsersUnguarded ?? []];
    }
}
