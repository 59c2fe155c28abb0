namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>A text of a form, between its inputs.</summary>
public sealed record EmulatedText(int Id, string Markdown);
