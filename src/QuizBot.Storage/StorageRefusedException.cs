namespace QuizBot.Storage;

/// <summary>The database cannot be used. The message is one line for the operator, without secrets, and says what to do.</summary>
public sealed class StorageRefusedException : Exception
{
    public StorageRefusedException()
    {
    }

    public StorageRefusedException(string message)
        : base(message)
    {
    }

    public StorageRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
