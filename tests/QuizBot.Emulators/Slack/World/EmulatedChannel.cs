namespace QuizBot.Emulators.Slack.World;

/// <summary>A channel or a direct conversation with the bot.</summary>
public sealed class EmulatedChannel
{
    private readonly Lock gate;

    internal EmulatedChannel(Lock gate, EmulatedWorkspace workspace, string id, string name, ChannelKind kind, EmulatedMember creator, DateTimeOffset created)
    {
        this.gate = gate;
        Workspace = workspace;
        Id = id;
        Name = name;
        Kind = kind;
        Creator = creator;
        Created = created;
    }

    public EmulatedWorkspace Workspace { get; }

    public string Id { get; }

    public string Name { get; internal set; }

    public ChannelKind Kind { get; }

    public EmulatedMember Creator { get; }

    public DateTimeOffset Created { get; }

    public bool IsArchived { get; internal set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>Only admins may post (<c>restricted_action</c>).</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Of a direct conversation: the other side.</summary>
    public EmulatedMember? Partner { get; internal init; }

    public IReadOnlyList<EmulatedMember> Members
    {
        get
        {
            lock (gate)
                return [.. MembersUnguarded.Values];
        }
    }

    /// <summary>What all see, oldest first, threads included and deleted ones left out.</summary>
    public IReadOnlyList<EmulatedMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. MessagesUnguarded.Values.Where(message => !message.IsDeleted && message.Subtype is null)];
        }
    }

    /// <summary>Everything that was ever posted, deleted ones and notices included.</summary>
    public IReadOnlyList<EmulatedMessage> AllMessages
    {
        get
        {
            lock (gate)
                return [.. MessagesUnguarded.Values];
        }
    }

    /// <summary>The messages that only one member saw, oldest first, deleted ones left out.</summary>
    public IReadOnlyList<EmulatedMessage> EphemeralFor(EmulatedMember member)
    {
        lock (gate)
            return [.. EphemeralUnguarded.Values.Where(message => message.OnlyFor == member && !message.IsDeleted)];
    }

    internal List<string> PreviousNames { get; } = [];

    internal OrderedDictionary<string, EmulatedMember> MembersUnguarded { get; } = [];

    internal OrderedDictionary<string, EmulatedMessage> MessagesUnguarded { get; } = [];

    internal OrderedDictionary<string, EmulatedMessage> EphemeralUnguarded { get; } = [];

    internal bool Has(EmulatedMember member) => MembersUnguarded.ContainsKey(member.Id);
}
