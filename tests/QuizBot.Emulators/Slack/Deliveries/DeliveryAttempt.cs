namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>One sending of a delivery: the first, or up to three more with a reason.</summary>
public sealed class DeliveryAttempt(int retry, string reason, DateTimeOffset at)
{
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Retry => retry;

    public string Reason => reason;

    public DateTimeOffset At => at;

    /// <summary>Over Socket Mode: its envelope.</summary>
    public string EnvelopeId { get; internal set; } = "";

    /// <summary>Over Socket Mode: on which connection; null when there was none.</summary>
    public int? Connection { get; internal set; }

    /// <summary>Over HTTP: the status that was answered; 0 for none.</summary>
    public int Status { get; internal set; }

    public bool IsAcknowledged { get; private set; }

    /// <summary>Completes with whether it was acknowledged in time; when not, the next is on its way by then, or its clock is set.</summary>
    public Task<bool> Ended => ended.Task;

    internal void End(bool acknowledged)
    {
        IsAcknowledged |= acknowledged;
        ended.TrySetResult(acknowledged);
    }

    internal long Started { get; } = TimeProvider.System.GetTimestamp();
}
