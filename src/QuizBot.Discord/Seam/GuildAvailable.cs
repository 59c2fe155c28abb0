namespace QuizBot.Discord.Seam;

/// <summary>A guild the bot is in can be used: at the start, after an outage, or because the bot was just invited.</summary>
/// <param name="Guild">The guild.</param>
/// <param name="Joined">The bot was just invited.</param>
/// <param name="WasUnavailable">It comes back from an outage, in which events may have been missed.</param>
public sealed record GuildAvailable(ulong Guild, bool Joined, bool WasUnavailable) : DiscordEvent;
