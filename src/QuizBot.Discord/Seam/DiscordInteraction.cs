namespace QuizBot.Discord.Seam;

/// <summary>A member used a command, a button or a form, which must be answered within 3 s.</summary>
/// <param name="Origin">Where, who, and what answers it.</param>
public abstract record DiscordInteraction(InteractionOrigin Origin) : DiscordEvent;
