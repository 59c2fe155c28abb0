namespace QuizBot.Storage.Startup;

/// <summary>Makes sure the database can be used before anything uses it.</summary>
internal interface IDatabaseGuard : IDisposable
{
    /// <summary>Takes what only one host may have.</summary>
    /// <exception cref="StorageRefusedException">It cannot be used.</exception>
    void Take();

    /// <summary>A line for the operator, or null where the exception is none of the expected ones.</summary>
    string? Explain(Exception exception);
}
