namespace QuizBot.Emulators.Discord.World;

/// <summary>A row of buttons, or of one menu or input.</summary>
public sealed record EmulatedRow(int Id, IReadOnlyList<EmulatedComponent> Components);
