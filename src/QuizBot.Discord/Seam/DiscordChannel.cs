namespace QuizBot.Discord.Seam;

/// <summary>A channel or thread.</summary>
/// <param name="Id">The id.</param>
/// <param name="Guild">The guild; null for direct messages.</param>
/// <param name="Type">Discord's number: 0 text, 5 announcement, 10 to 12 threads …</param>
/// <param name="Name">The name; empty for direct messages.</param>
/// <param name="Parent">A thread's channel, a channel's category; or null.</param>
/// <param name="Overwrites">What roles and members may here, differing from the guild.</param>
public sealed record DiscordChannel(
    ulong Id, ulong? Guild, int Type, string Name, ulong? Parent, IReadOnlyList<PermissionOverwrite> Overwrites)
{
    /// <summary>For a thread: whether it is archived.</summary>
    public bool Archived { get; init; }

    /// <summary>For a thread: whether only moderators may open it again.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether it is a thread.</summary>
    public bool IsThread => Type is 10 or 11 or 12;
}
