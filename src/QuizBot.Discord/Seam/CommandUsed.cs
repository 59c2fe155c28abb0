namespace QuizBot.Discord.Seam;

/// <summary>A command.</summary>
/// <param name="Origin">Where, who, and what answers it.</param>
/// <param name="Path">Its name and, where it has one, the sub-command's: <c>daily set</c>.</param>
/// <param name="Options">What was given, as text, by name; a user as the id.</param>
public sealed record CommandUsed(InteractionOrigin Origin, string Path, IReadOnlyDictionary<string, string> Options)
    : DiscordInteraction(Origin);
