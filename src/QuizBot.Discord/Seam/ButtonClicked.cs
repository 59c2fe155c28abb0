namespace QuizBot.Discord.Seam;

/// <summary>A button.</summary>
/// <param name="Origin">Where, who, and what answers it.</param>
/// <param name="Message">The message it is on.</param>
/// <param name="OnEphemeral">Whether only this member sees that message.</param>
/// <param name="CustomId">The button's; not to be trusted.</param>
public sealed record ButtonClicked(InteractionOrigin Origin, ulong Message, bool OnEphemeral, string CustomId)
    : DiscordInteraction(Origin);
