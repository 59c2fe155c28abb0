namespace QuizBot.Emulators.Slack.Deliveries;

public enum DeliveryState
{
    Acknowledged,

    /// <summary>All attempts passed without an acknowledgement in time.</summary>
    Failed,

    /// <summary>The app did not ask for such events, may not see them, or is gone.</summary>
    Unheard,
}
