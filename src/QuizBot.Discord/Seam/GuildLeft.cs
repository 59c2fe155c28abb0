namespace QuizBot.Discord.Seam;

/// <summary>The bot was removed from a guild.</summary>
public sealed record GuildLeft(ulong Guild) : DiscordEvent;
