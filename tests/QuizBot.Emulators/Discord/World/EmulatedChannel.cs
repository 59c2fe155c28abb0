namespace QuizBot.Emulators.Discord.World;

/// <summary>A channel of a guild, a thread in one, or a direct conversation with the bot.</summary>
public sealed class EmulatedChannel
{
    private readonly Lock gate;

    internal EmulatedChannel(Lock gate, EmulatedGuild? guild, ulong id, string name, ChannelKind kind)
    {
        this.gate = gate;
        Guild = guild;
        Id = id;
        Name = name;
        Kind = kind;
    }

    /// <summary>Null for a direct conversation.</summary>
    public EmulatedGuild? Guild { get; }

    public ulong Id { get; }

    public string Name { get; internal set; }

    public ChannelKind Kind { get; }

    public bool IsThread => Kind is ChannelKind.PublicThread or ChannelKind.AnnouncementThread;

    /// <summary>The channel a thread is in.</summary>
    public EmulatedChannel? Parent { get; internal init; }

    /// <summary>Who speaks with the bot in a direct conversation.</summary>
    public EmulatedUser? Recipient { get; internal init; }

    public bool IsDeleted { get; internal set; }

    public bool IsArchived { get; internal set; }

    public bool IsLocked { get; internal set; }

    public int AutoArchiveMinutes { get; internal set; } = 1440;

    /// <summary>Whose thread it is.</summary>
    public ulong ThreadOwnerId { get; internal init; }

    /// <summary>Everything ever posted here, oldest first, with what was deleted and what only one member sees.</summary>
    public IReadOnlyList<EmulatedMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. MessagesUnguarded.Values];
        }
    }

    public IReadOnlyList<EmulatedOverwrite> Overwrites
    {
        get
        {
            lock (gate)
                return [.. OverwritesUnguarded];
        }
    }

    internal DateTimeOffset CreatedAt { get; init; }

    internal DateTimeOffset ArchiveChangedAt { get; set; }

    internal List<EmulatedOverwrite> OverwritesUnguarded { get; } = [];

    internal SortedDictionary<ulong, EmulatedMessage> MessagesUnguarded { get; } = [];
}
