using System.Text;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Http;

/// <summary>A workspace that Slack tells of over HTTP.</summary>
internal sealed class HttpWorkspace(string signingSecret)
{
    private readonly byte[] secret = Encoding.UTF8.GetBytes(signingSecret);
    private volatile Listening? listening;

    public bool IsHeard => listening is not null;

    /// <summary>What hears it; null while nothing does.</summary>
    public Func<SlackEvent, ValueTask<SlackAcknowledgement>>? Hear => listening?.Hear;

    /// <summary>Its team once that is known.</summary>
    public string? Team { get; private set; }

    public bool Signed(in Signature signature, SlackRequest request) => signature.IsOf(secret, request.Timestamp!, request.Body.Span);

    public void Begin(string team, Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear)
    {
        Team = team;
        listening = new Listening(hear);
    }

    public void End() => listening = null;

    private sealed record Listening(Func<SlackEvent, ValueTask<SlackAcknowledgement>> Hear);
}
