namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>What goes wrong with a delivery.</summary>
public enum DeliveryFaultKind
{
    /// <summary>Sent twice, each in an envelope of its own, on another connection where there is one.</summary>
    Duplicated,

    /// <summary>Sent three times on one connection.</summary>
    Tripled,

    /// <summary>Sent after the next one.</summary>
    Reordered,

    /// <summary>Sent only after a while.</summary>
    Delayed,

    /// <summary>The first attempt is lost on the way.</summary>
    Lost,

    /// <summary>The acknowledgement of the first attempt counts as late, so that it is delivered again.</summary>
    LateAcknowledgement,
}
