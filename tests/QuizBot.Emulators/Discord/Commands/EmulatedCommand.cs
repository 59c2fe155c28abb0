using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Commands;

/// <summary>A command that a bot registered.</summary>
public sealed class EmulatedCommand
{
    internal EmulatedCommand(string name, int type) => (Name, Type) = (name, type);

    public ulong Id { get; internal set; }

    public string Name { get; }

    /// <summary>1 is a slash command.</summary>
    public int Type { get; }

    public string Description { get; internal init; } = "";

    public IReadOnlyList<EmulatedOption> Options { get; internal init; } = [];

    /// <summary>What a member needs to see it; null lets everybody.</summary>
    public Permissions? DefaultMemberPermissions { get; internal init; }

    /// <summary>Where it can be used: 0 in guilds, 1 with the bot, 2 elsewhere; null is Discord's default.</summary>
    public IReadOnlyList<int>? Contexts { get; internal init; }

    /// <summary>The guild it is for; null for all.</summary>
    public ulong? GuildId { get; internal set; }

    /// <summary>Changes whenever the command does.</summary>
    public ulong Version { get; internal set; }

    internal bool IsNsfw { get; init; }

    /// <summary>All of it but its ids, to see whether it changed.</summary>
    internal string Shape { get; init; } = "";
}
