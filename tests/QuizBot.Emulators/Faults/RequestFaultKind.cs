namespace QuizBot.Emulators.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum RequestFaultKind
{
    /// <summary>Answered with a status, and nothing was done.</summary>
    Refused,

    /// <summary>Done, and then answered with a status as if it had failed.</summary>
    DoneThenRefused,

    /// <summary>The connection is cut before anything was done.</summary>
    Dropped,

    /// <summary>Done, and the connection is cut before the answer.</summary>
    DoneThenDropped,

    /// <summary>Done and answered, but only after a while.</summary>
    Slow,

    /// <summary>Done and answered with what is not JSON.</summary>
    Garbled,

    /// <summary>Done and answered with half the body.</summary>
    Truncated,
}
