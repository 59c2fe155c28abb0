namespace QuizBot.Slack.Seam;

/// <summary>Who the bot is in a workspace, as <c>auth.test</c> says.</summary>
/// <param name="TeamId">The workspace.</param>
/// <param name="TeamName">Its name.</param>
/// <param name="UserId">The bot's own user.</param>
/// <param name="BotId">The id its messages carry.</param>
/// <param name="Scopes">What the token may, from the header <c>x-oauth-scopes</c>; empty where Slack did not say.</param>
public sealed record SlackIdentity(string TeamId, string TeamName, string UserId, string BotId, IReadOnlyList<string> Scopes);
