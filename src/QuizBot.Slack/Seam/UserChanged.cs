namespace QuizBot.Slack.Seam;

/// <summary><c>user_change</c> or <c>team_join</c>.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="User">Who.</param>
/// <param name="Name">The display name, else the real name, else the user name.</param>
/// <param name="IsBot">Whether it is an app's.</param>
/// <param name="IsDeleted">Whether the account is deactivated.</param>
public sealed record UserChanged(string Id, string Team, string User, string Name, bool IsBot, bool IsDeleted) : SlackEvent(Id, Team);
