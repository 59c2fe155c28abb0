using QuizBot.Slack.Client.Wire;

namespace QuizBot.Slack.Client.Socket;

/// <summary>One envelope on its way through the bot.</summary>
internal sealed class Delivery(string envelopeId, in Reading reading, bool acceptsPayload, SlackSocket from)
{
    private readonly Reading reading = reading;

    public string EnvelopeId => envelopeId;

    public ref readonly Reading Reading => ref reading;

    /// <summary>Whether the acknowledgement may carry something.</summary>
    public bool AcceptsPayload => acceptsPayload;

    /// <summary>The connection it came on.</summary>
    public SlackSocket From => from;

    /// <summary>Further connections on which it came while it was being heard.</summary>
    public List<SlackSocket>? Also { get; set; }
}
