namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>What autocompletion offers.</summary>
/// <param name="Value">A text, a whole number or a number, as JSON has it.</param>
public sealed record EmulatedChoice(string Name, object Value);
