namespace QuizBot.Slack.Seam;

/// <summary>A channel was archived, deleted, renamed or brought back, or the bot left it.</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Change">What happened.</param>
public sealed record ChannelChanged(string Id, string Team, string Channel, ChannelChange Change) : SlackEvent(Id, Team);
