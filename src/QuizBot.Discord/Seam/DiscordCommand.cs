namespace QuizBot.Discord.Seam;

/// <summary>A slash command, offered in servers only.</summary>
/// <param name="Name">1 to 32 lower-case letters and hyphens.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Options">At most 25; either all sub-commands or none.</param>
/// <param name="DefaultPermissions">Bits that a member needs to see it, unless the server decides otherwise; null for none.</param>
public sealed record DiscordCommand(
    string Name, string Description, IReadOnlyList<DiscordCommandOption> Options, ulong? DefaultPermissions);
