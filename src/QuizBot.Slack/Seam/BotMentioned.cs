namespace QuizBot.Slack.Seam;

/// <summary><c>app_mention</c>.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">Where.</param>
/// <param name="User">Who.</param>
/// <param name="Ts">The message.</param>
/// <param name="Thread">Its thread, or null.</param>
public sealed record BotMentioned(string Id, string Team, string Channel, string User, string Ts, string? Thread) : SlackEvent(Id, Team);
