namespace QuizBot.Emulators.Discord.World;

/// <summary>A server.</summary>
public sealed class EmulatedGuild
{
    internal EmulatedGuild(Lock gate, ulong id, string name, ulong ownerId, DateTimeOffset createdAt)
    {
        Gate = gate;
        Id = id;
        Name = name;
        OwnerId = ownerId;
        CreatedAt = createdAt;
        Everyone = new(id, "@everyone", Permissions.Everyone);
        RolesUnguarded.Add(id, Everyone);
    }

    public ulong Id { get; }

    public string Name { get; internal set; }

    public ulong OwnerId { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>The language of the server, as in its settings.</summary>
    public string Locale { get; internal set; } = "en-US";

    public EmulatedRole Everyone { get; }

    /// <summary>The bot in this guild; null while it is not invited.</summary>
    public EmulatedMember? Bot { get; internal set; }

    /// <summary>In an outage a guild is there and cannot be reached.</summary>
    public bool IsUnavailable { get; internal set; }

    public IReadOnlyList<EmulatedChannel> Channels
    {
        get
        {
            lock (Gate)
                return [.. ChannelsUnguarded.Values];
        }
    }

    public IReadOnlyList<EmulatedMember> Members
    {
        get
        {
            lock (Gate)
                return [.. MembersUnguarded.Values];
        }
    }

    public IReadOnlyList<EmulatedRole> Roles
    {
        get
        {
            lock (Gate)
                return [.. RolesUnguarded.Values];
        }
    }

    internal Lock Gate { get; }

    internal DateTimeOffset BotJoinedAt { get; set; }

    internal Dictionary<ulong, EmulatedChannel> ChannelsUnguarded { get; } = [];

    internal Dictionary<ulong, EmulatedMember> MembersUnguarded { get; } = [];

    internal Dictionary<ulong, EmulatedRole> RolesUnguarded { get; } = [];
}
