namespace QuizBot.Slack.Seam;

/// <summary>Something that Slack told.</summary>
/// <param name="Id">Slack's <c>event_id</c>, or for interactions the envelope's or trigger's id; the same when it is delivered again.</param>
/// <param name="Team">The workspace.</param>
public abstract record SlackEvent(string Id, string Team);
