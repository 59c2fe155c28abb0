namespace QuizBot.Storage.Startup;

/// <summary>Makes sure the database can be used before anything uses it.</summary>
internal interface IDatabaseGuard : IDisposable
{
    /// <summary>Takes what only one host may have; disposing gives it back.</summary>
    /// <exception cref="StorageRefusedException">It cannot be used.</exception>
    void Take();

    /// <summary>What must be done before migrations are applied; afterwards the database is known to answer.</summary>
    Task PrepareAsync(QuizDbContext db, CancellationToken cancellation);

    /// <summary>A line for the operator, or null where the exception is none of the expected ones.</summary>
    string? Explain(Exception exception);
}
