namespace QuizBot.Slack.Seam;

/// <summary><c>app_rate_limited</c>: Slack holds back events of this workspace; they are missing.</summary>
public sealed record EventsLimited(string Id, string Team) : SlackEvent(Id, Team);
