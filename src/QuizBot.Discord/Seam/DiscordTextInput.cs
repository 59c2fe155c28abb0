namespace QuizBot.Discord.Seam;

/// <summary>A line or paragraph to fill in.</summary>
/// <param name="CustomId">Its name; 1 to 100 characters.</param>
/// <param name="Label">1 to 45 characters.</param>
/// <param name="MaxLength">1 to 4,000.</param>
/// <param name="Value">What stands there at first, or null.</param>
/// <param name="Placeholder">Shown while it is empty, at most 100 characters; or null.</param>
public sealed record DiscordTextInput(string CustomId, string Label, int MaxLength, string? Value, string? Placeholder);
