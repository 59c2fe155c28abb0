namespace QuizBot.Emulators.Slack.Deliveries;

public enum DeliveryKind
{
    /// <summary>An event; delivered again when it is not acknowledged.</summary>
    Event,

    /// <summary>A slash command; the member sees when it is not acknowledged.</summary>
    Command,

    /// <summary>A button, a form; as commands.</summary>
    Interaction,
}
