namespace QuizBot.Game.Dailies;

/// <summary>The next posts of one daily.</summary>
/// <param name="Platform">Its platform.</param>
/// <param name="Workspace">The platform's id of its workspace.</param>
/// <param name="Channel">The platform's id of its channel.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="PausedBecause">Why it is paused, or null.</param>
/// <param name="Posts">Local day and time, and the offset from UTC then; empty while paused.</param>
public sealed record DailyPreview(
    string Platform, string Workspace, string Channel, string Description, string? PausedBecause,
    IReadOnlyList<(string Day, string Time, string Offset)> Posts);
