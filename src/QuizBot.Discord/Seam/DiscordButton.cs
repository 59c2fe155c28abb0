namespace QuizBot.Discord.Seam;

/// <summary>A button.</summary>
/// <param name="CustomId">Comes back when it is pressed; 1 to 100 characters, different from the others of the message.</param>
/// <param name="Label">1 to 80 characters.</param>
/// <param name="IsPrimary">Blue rather than grey.</param>
public sealed record DiscordButton(string CustomId, string Label, bool IsPrimary);
