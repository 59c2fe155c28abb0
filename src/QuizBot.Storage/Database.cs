using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using QuizBot.Storage.Dialects;

namespace QuizBot.Storage;

/// <summary>Opens contexts to read and transactions to write. On SQLite writers of this process take turns in order, rather than wait on the file's lock.</summary>
public sealed class Database : IDisposable
{
    private const int MostFailures = 5;
    private readonly Func<QuizDbContext> _open;
    private readonly SemaphoreSlim? _turn;
    private volatile bool _used;

    internal Database(Func<QuizDbContext> open, ISqlDialect dialect)
    {
        _open = open;
        Dialect = dialect;
        _turn = dialect.HasOneWriter ? new SemaphoreSlim(1, 1) : null;
    }

    internal ISqlDialect Dialect { get; }

    /// <summary>A context that tracks nothing.</summary>
    public Task<QuizDbContext> ReadAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var db = Open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return Task.FromResult(db);
    }

    /// <summary>Begins to write. Nothing is kept unless <see cref="WriteTransaction.CommitAsync"/> is reached.</summary>
    public async Task<WriteTransaction> WriteAsync(CancellationToken cancellation)
    {
        if (_turn is not null)
            await _turn.WaitAsync(cancellation);
        QuizDbContext? db = null;
        try
        {
            db = Open();
            var transaction = await db.Database.BeginTransactionAsync(cancellation);
            return new WriteTransaction(db, transaction, Dialect, _turn);
        }
        catch
        {
            if (db is not null)
                await db.DisposeAsync();
            _turn?.Release();
            throw;
        }
    }

    /// <summary>Runs a transaction of its own, again where it failed in passing and so wrote nothing, five times at most: those that
    /// count the same members may meet in a dead-lock, which one loses.</summary>
    internal async Task<T> RetryAsync<T>(Func<Task<T>> transaction)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await transaction();
            }
            catch (DbException fault) when (IsTransient(fault) && failures < MostFailures)
            {
                // Nothing was written.
            }
        }
    }

    /// <summary>Whether trying the same again may work: locked, busy, a lost connection, a dead-lock.</summary>
    public bool IsTransient(DbException fault) => Dialect.IsTransient(fault);

    /// <summary>Whether the failure is that of a unique index.</summary>
    public bool IsUniqueViolation(DbUpdateException fault) => Dialect.IsUniqueViolation(fault);

    /// <summary>Closes idle connections: on SQLite everything then stands in the one file.</summary>
    public void Dispose()
    {
        _turn?.Dispose();
        // A context that is the first of all cannot be made any more while the services are being disposed.
        if (!_used)
            return;
        using var db = _open();
        Dialect.CloseIdle(db.Database.GetDbConnection());
    }

    private QuizDbContext Open()
    {
        _used = true;
        return _open();
    }
}
