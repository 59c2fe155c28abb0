namespace QuizBot.Discord.Seam;

/// <summary>A moderator took all reactions, or all of one emoji, off a message.</summary>
public sealed record ReactionsCleared(ulong Guild, ulong Channel, ulong Message) : DiscordEvent;
