namespace QuizBot.Emulators.Slack.Deliveries;

public enum DeliveryState
{
    Acknowledged,

    /// <summary>All attempts passed without an acknowledgement in time.</summary>
    Failed,

    /// <summary>Acknowledged in time, but with a payload that Slack refuses; the member sees an error.</summary>
    Refused,

    /// <summary>The app did not ask for such events, may not see them, or is gone.</summary>
    Unheard,
}
