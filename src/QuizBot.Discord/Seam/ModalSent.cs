namespace QuizBot.Discord.Seam;

/// <summary>A form.</summary>
/// <param name="Origin">Where, who, and what answers it.</param>
/// <param name="CustomId">The form's; not to be trusted.</param>
/// <param name="Fields">What was typed, by the inputs' names.</param>
public sealed record ModalSent(InteractionOrigin Origin, string CustomId, IReadOnlyDictionary<string, string> Fields)
    : DiscordInteraction(Origin);
