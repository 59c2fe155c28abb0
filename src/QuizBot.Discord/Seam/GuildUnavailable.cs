namespace QuizBot.Discord.Seam;

/// <summary>A guild is in an outage; the bot is still in it.</summary>
public sealed record GuildUnavailable(ulong Guild) : DiscordEvent;
