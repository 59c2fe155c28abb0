namespace QuizBot.Slack.Client.Http;

/// <summary>A request that claims to come from Slack.</summary>
/// <param name="Body">The raw body, exactly as it came.</param>
/// <param name="ContentType">Its type, or null.</param>
/// <param name="Signature">The header <c>X-Slack-Signature</c>, or null.</param>
/// <param name="Timestamp">The header <c>X-Slack-Request-Timestamp</c>, or null.</param>
/// <param name="RetryNumber">The header <c>X-Slack-Retry-Num</c>; null where it is delivered for the first time.</param>
/// <param name="RetryReason">The header <c>X-Slack-Retry-Reason</c>, or null.</param>
internal sealed record SlackRequest(
    ReadOnlyMemory<byte> Body, string? ContentType, string? Signature, string? Timestamp, string? RetryNumber = null, string? RetryReason = null);
