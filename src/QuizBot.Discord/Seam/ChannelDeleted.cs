namespace QuizBot.Discord.Seam;

/// <summary>A channel or thread was deleted.</summary>
public sealed record ChannelDeleted(ulong Guild, ulong Channel, bool IsThread) : DiscordEvent;
