namespace QuizBot.Chat.Messages;

/// <summary>How a moment is shown.</summary>
public enum TimeStyle
{
    /// <summary>Such as <c>17:30</c>.</summary>
    Time,

    /// <summary>Such as <c>Mon 23 Nov, 17:30</c>.</summary>
    DateTime,

    /// <summary>Such as <c>in 20 seconds</c>; counts down where <see cref="ChatCapabilities.LiveTimes"/>.</summary>
    Relative,
}
