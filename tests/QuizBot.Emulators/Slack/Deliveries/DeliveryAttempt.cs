namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>One sending of a delivery: the first, or up to three more with a reason.</summary>
public sealed class DeliveryAttempt(int retry, string reason, DateTimeOffset at)
{
    public int Retry => retry;

    public string Reason => reason;

    public DateTimeOffset At => at;

    /// <summary>Over Socket Mode: its envelope.</summary>
    public string EnvelopeId { get; internal set; } = "";

    /// <summary>Over Socket Mode: on which connection; null when there was none.</summary>
    public int? Connection { get; internal set; }

    /// <summary>Over HTTP: the status that was answered; 0 for none.</summary>
    public int Status { get; internal set; }

    public bool IsAcknowledged { get; internal set; }

    internal long Started { get; } = TimeProvider.System.GetTimestamp();
}
