namespace QuizBot.Discord.Seam;

/// <summary>A member is typing an option.</summary>
/// <param name="Origin">Where, who, and what answers it.</param>
/// <param name="Path">The command, as in <see cref="CommandUsed"/>.</param>
/// <param name="Option">The option.</param>
/// <param name="Typed">What stands there so far.</param>
public sealed record CompletionAsked(InteractionOrigin Origin, string Path, string Option, string Typed)
    : DiscordInteraction(Origin);
