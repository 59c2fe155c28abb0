namespace QuizBot.Discord.Seam;

/// <summary>Something that Discord told.</summary>
public abstract record DiscordEvent;
