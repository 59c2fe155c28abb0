namespace QuizBot.Emulators.Discord.World;

/// <summary>A role of a guild; the one with the guild's own id is everyone's.</summary>
public sealed class EmulatedRole
{
    internal EmulatedRole(ulong id, string name, Permissions permissions)
    {
        Id = id;
        Name = name;
        Permissions = permissions;
    }

    public ulong Id { get; }

    public string Name { get; }

    public Permissions Permissions { get; internal set; }

    public bool IsMentionable { get; internal set; }

    public int Position { get; internal init; }

    /// <summary>The bot whose own role this is.</summary>
    public ulong? BotId { get; internal init; }
}
