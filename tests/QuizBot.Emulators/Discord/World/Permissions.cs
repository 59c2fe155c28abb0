namespace QuizBot.Emulators.Discord.World;

/// <summary>Discord's permissions, as far as the emulator minds them.</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    KickMembers = 1UL << 1,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    AddReactions = 1UL << 6,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseExternalEmojis = 1UL << 18,
    ManageRoles = 1UL << 28,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,

    /// <summary>What everyone in a new server may do.</summary>
    Everyone = AddReactions | ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory
        | UseExternalEmojis | UseApplicationCommands | CreatePublicThreads | SendMessagesInThreads,

    /// <summary>What an invitation of the bot usually asks for.</summary>
    Invited = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | AddReactions
        | CreatePublicThreads | SendMessagesInThreads | ManageMessages,

    All = ulong.MaxValue >> 12,
}
