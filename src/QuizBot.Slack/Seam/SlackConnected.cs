namespace QuizBot.Slack.Seam;

/// <summary>Slack is heard, for the first time or after a gap in which events may have been missed. Needs no acknowledgement.</summary>
public sealed record SlackConnected(string Team) : SlackEvent("", Team);
