namespace QuizBot.Chat.Replies;

/// <summary>A line to fill in.</summary>
/// <param name="Name">The key of its value.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="MaxLength">At most this many characters.</param>
/// <param name="Value">What stands there at first, or null.</param>
/// <param name="Placeholder">Shown while it is empty, or null.</param>
public sealed record FormField(string Name, string Label, int MaxLength, string? Value = null, string? Placeholder = null);
