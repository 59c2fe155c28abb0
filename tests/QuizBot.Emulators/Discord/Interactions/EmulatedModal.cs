namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>A form that a member was shown.</summary>
public sealed record EmulatedModal(string CustomId, string Title, IReadOnlyList<EmulatedInput> Inputs);
