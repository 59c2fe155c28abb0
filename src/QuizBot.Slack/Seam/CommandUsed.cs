namespace QuizBot.Slack.Seam;

/// <summary>A slash command.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Origin">Where, who, and what answers it.</param>
/// <param name="Command">The word with its slash: <c>/daily</c>.</param>
/// <param name="Text">What follows it, members and channels escaped as <c>&lt;@U…&gt;</c>.</param>
public sealed record CommandUsed(string Id, string Team, InteractionOrigin Origin, string Command, string Text) : SlackEvent(Id, Team);
