namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>What goes wrong with an event.</summary>
public enum EventFaultKind
{
    /// <summary>It comes twice.</summary>
    Duplicated,

    /// <summary>It comes later.</summary>
    Delayed,

    /// <summary>The one after it overtakes it.</summary>
    Reordered,

    /// <summary>It never comes.</summary>
    Lost,
}
