namespace QuizBot.Slack.Client.Http;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">A body; null for none.</param>
/// <param name="ContentType">The body's type.</param>
internal sealed record SlackReply(int Status, ReadOnlyMemory<byte>? Body = null, string ContentType = "application/json")
{
    /// <summary>Heard and durable.</summary>
    public static readonly SlackReply Heard = new(200);

    /// <summary>Signed, but not to be understood: delivered again it would be no better.</summary>
    public static readonly SlackReply Malformed = new(400) { IsFinal = true };

    /// <summary>Not Slack's; no detail.</summary>
    public static readonly SlackReply Forged = new(401);

    /// <summary>Too long to be Slack's.</summary>
    public static readonly SlackReply TooLong = new(413);

    /// <summary>Could not be made durable; Slack may deliver it again.</summary>
    public static readonly SlackReply Failed = new(500);

    /// <summary>Not now; Slack may deliver it again.</summary>
    public static readonly SlackReply Busy = new(503);

    /// <summary>Slack is asked not to deliver it again (<c>X-Slack-No-Retry</c>).</summary>
    public bool IsFinal { get; init; }
}
