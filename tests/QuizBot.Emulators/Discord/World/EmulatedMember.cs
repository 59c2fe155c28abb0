namespace QuizBot.Emulators.Discord.World;

/// <summary>An account in a guild.</summary>
public sealed class EmulatedMember
{
    private readonly List<EmulatedRole> roles = [];

    internal EmulatedMember(EmulatedGuild guild, EmulatedUser user, DateTimeOffset joinedAt)
    {
        Guild = guild;
        User = user;
        JoinedAt = joinedAt;
    }

    public EmulatedGuild Guild { get; }

    public EmulatedUser User { get; }

    public ulong Id => User.Id;

    public string? Nick { get; internal set; }

    public DateTimeOffset JoinedAt { get; }

    public bool HasLeft { get; internal set; }

    public IReadOnlyList<EmulatedRole> Roles
    {
        get
        {
            lock (Guild.Gate)
                return [.. roles];
        }
    }

    /// <summary>What this member may do in the guild, before any channel's overwrites.</summary>
    public Permissions Permissions
    {
        get
        {
            lock (Guild.Gate)
                return PermissionRules.InGuild(this);
        }
    }

    internal List<EmulatedRole> RolesUnguarded => roles;

    public Permissions PermissionsIn(EmulatedChannel channel)
    {
        lock (Guild.Gate)
            return PermissionRules.In(channel, this);
    }

    /// <summary>The messages in a channel as this member sees them, oldest first: everybody's, and those meant for this member alone.</summary>
    public IReadOnlyList<EmulatedMessage> Sees(EmulatedChannel channel)
    {
        lock (Guild.Gate)
            return [.. channel.MessagesUnguarded.Values.Where(message => !message.IsDeleted && (message.OnlyFor is not { } only || only == Id))];
    }
}
