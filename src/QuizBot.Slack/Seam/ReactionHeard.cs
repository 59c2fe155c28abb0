namespace QuizBot.Slack.Seam;

/// <summary><c>reaction_added</c> or <c>reaction_removed</c> on a message.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Message">The message's ts.</param>
/// <param name="User">Who.</param>
/// <param name="Reaction">The emoji's name, such as <c>one</c> or <c>thumbsup::skin-tone-3</c>.</param>
/// <param name="Added">False when it was removed.</param>
/// <param name="EventTs">When, in seconds with six decimals.</param>
public sealed record ReactionHeard(
    string Id, string Team, string Channel, string Message, string User, string Reaction, bool Added, string EventTs) : SlackEvent(Id, Team);
