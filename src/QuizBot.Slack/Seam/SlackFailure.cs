namespace QuizBot.Slack.Seam;

/// <summary>An expected failure of a call.</summary>
/// <param name="Error">Slack's word, such as <c>not_in_channel</c>; or <c>http_503</c>, <c>timeout</c>, <c>connection</c>.</param>
/// <param name="Detail">More of it, such as the scope that is needed or the block at fault; may be empty, holds no secret.</param>
/// <param name="MayHaveHappened">It may have been carried out all the same.</param>
/// <param name="RetryAfter">Slack's advice, or null.</param>
public sealed record SlackFailure(string Error, string Detail = "", bool MayHaveHappened = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Short and fit for a log.</summary>
    public override string ToString() => Detail.Length == 0 ? Error : $"{Error} ({Detail})";
}
