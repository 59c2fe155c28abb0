namespace QuizBot.Emulators.Discord.World;

public sealed record EmulatedField(string Name, string Value, bool Inline);
