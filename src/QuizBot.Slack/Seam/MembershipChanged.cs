namespace QuizBot.Slack.Seam;

/// <summary><c>member_joined_channel</c> or <c>member_left_channel</c>.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">The channel.</param>
/// <param name="User">Who; may be the bot itself.</param>
/// <param name="Joined">False when they left.</param>
/// <param name="Inviter">Who invited them, or null.</param>
public sealed record MembershipChanged(string Id, string Team, string Channel, string User, bool Joined, string? Inviter) : SlackEvent(Id, Team);
