namespace QuizBot.Slack.Seam;

/// <summary>A form (<c>view_submission</c>).</summary>
/// <param name="Id">See <see cref="SlackEvent"/>.</param>
/// <param name="Team">The workspace.</param>
/// <param name="Origin">Who, and what answers it.</param>
/// <param name="CallbackId">The form's kind.</param>
/// <param name="PrivateMetadata">What was put into it; came back through Slack, not through the member, but is not secret.</param>
/// <param name="Fields">What was filled in, by the inputs' block ids.</param>
public sealed record ViewSubmitted(
    string Id, string Team, InteractionOrigin Origin, string CallbackId, string PrivateMetadata, IReadOnlyDictionary<string, string> Fields)
    : SlackEvent(Id, Team);
