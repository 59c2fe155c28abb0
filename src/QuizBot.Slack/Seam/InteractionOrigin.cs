namespace QuizBot.Slack.Seam;

/// <summary>Where an interaction comes from, and what answers it.</summary>
/// <param name="User">Who.</param>
/// <param name="UserName">Their name as Slack gives it with the interaction.</param>
/// <param name="Channel">The channel; null where it has none, as on the home tab.</param>
/// <param name="TriggerId">Opens a view, once and within 3 s; empty where there is none. A secret.</param>
/// <param name="ResponseUrl">Answers up to 5 times within 30 minutes; null where there is none. A secret.</param>
public sealed record InteractionOrigin(string User, string UserName, string? Channel, string TriggerId, Uri? ResponseUrl)
{
    /// <summary>Keeps the secrets out of logs.</summary>
    public override string ToString() => $"{User} in {Channel}";
}
