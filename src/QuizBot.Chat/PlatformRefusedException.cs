namespace QuizBot.Chat;

/// <summary>A platform refuses the bot's credentials or settings. The message is one line for the operator, without secrets, and says what to do.</summary>
public sealed class PlatformRefusedException : Exception
{
    /// <summary>Refused, for an unknown reason.</summary>
    public PlatformRefusedException()
    {
    }

    /// <summary>Refused.</summary>
    public PlatformRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Refused.</summary>
    public PlatformRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
