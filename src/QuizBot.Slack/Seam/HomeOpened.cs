namespace QuizBot.Slack.Seam;

/// <summary><c>app_home_opened</c> on the home tab.</summary>
public sealed record HomeOpened(string Id, string Team, string User) : SlackEvent(Id, Team);
