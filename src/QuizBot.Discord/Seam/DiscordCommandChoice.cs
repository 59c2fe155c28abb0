namespace QuizBot.Discord.Seam;

/// <summary>A value of an option.</summary>
/// <param name="Name">What is read; 1 to 100 characters.</param>
/// <param name="Value">What is sent; at most 100 characters.</param>
public sealed record DiscordCommandChoice(string Name, string Value);
