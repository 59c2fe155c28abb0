namespace QuizBot.Discord.Channels;

/// <summary>A permission.</summary>
/// <param name="Bit">Discord's bit. https://discord.com/developers/docs/topics/permissions</param>
/// <param name="Name">What Discord's settings call it.</param>
internal sealed record DiscordPermission(ulong Bit, string Name)
{
    public static DiscordPermission Administrator { get; } = new(1UL << 3, "Administrator");

    public static DiscordPermission ManageServer { get; } = new(1UL << 5, "Manage Server");

    public static DiscordPermission AddReactions { get; } = new(1UL << 6, "Add Reactions");

    public static DiscordPermission ViewChannel { get; } = new(1UL << 10, "View Channel");

    public static DiscordPermission SendMessages { get; } = new(1UL << 11, "Send Messages");

    public static DiscordPermission ManageMessages { get; } = new(1UL << 13, "Manage Messages");

    public static DiscordPermission EmbedLinks { get; } = new(1UL << 14, "Embed Links");

    public static DiscordPermission ReadMessageHistory { get; } = new(1UL << 16, "Read Message History");

    public static DiscordPermission ManageThreads { get; } = new(1UL << 34, "Manage Threads");

    public static DiscordPermission CreatePublicThreads { get; } = new(1UL << 35, "Create Public Threads");

    public static DiscordPermission SendInThreads { get; } = new(1UL << 38, "Send Messages in Threads");

    /// <summary>What the bot needs in a channel.</summary>
    public static IReadOnlyList<DiscordPermission> NeededInChannel { get; } =
        [ViewChannel, SendMessages, EmbedLinks, ReadMessageHistory, AddReactions, CreatePublicThreads];

    /// <summary>What the bot needs in a thread.</summary>
    public static IReadOnlyList<DiscordPermission> NeededInThread { get; } =
        [ViewChannel, SendInThreads, EmbedLinks, ReadMessageHistory, AddReactions];

    /// <summary>What an invitation asks for.</summary>
    public static IReadOnlyList<DiscordPermission> Invitation { get; } = [.. NeededInChannel, SendInThreads];

    /// <summary>Whether permissions hold this one; an administrator's hold all.</summary>
    public bool IsIn(ulong permissions) => (permissions & (Bit | Administrator.Bit)) != 0;
}
