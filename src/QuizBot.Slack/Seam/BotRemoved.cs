namespace QuizBot.Slack.Seam;

/// <summary><c>app_uninstalled</c>, or <c>tokens_revoked</c> with the bot's own.</summary>
public sealed record BotRemoved(string Id, string Team) : SlackEvent(Id, Team);
