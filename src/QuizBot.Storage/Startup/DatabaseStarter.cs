using Microsoft.EntityFrameworkCore;

namespace QuizBot.Storage.Startup;

/// <summary>Makes the database ready: takes its lock, refuses one from a newer version, and applies migrations.</summary>
public sealed class DatabaseStarter : IDisposable
{
    private readonly Database _database;
    private readonly IDatabaseGuard _guard;

    internal DatabaseStarter(Database database, IDatabaseGuard guard) => (_database, _guard) = (database, guard);

    /// <summary>Call once, before anything else uses the database.</summary>
    /// <exception cref="StorageRefusedException">It cannot be used; the message says why and what to do.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _guard.Take();
        try
        {
            await using var db = await _database.ReadAsync(cancellation);
            await _guard.PrepareAsync(db, cancellation);
            var known = db.Database.GetMigrations().ToHashSet();
            var newer = (await db.Database.GetAppliedMigrationsAsync(cancellation)).FirstOrDefault(m => !known.Contains(m));
            if (newer is not null)
            {
                throw new StorageRefusedException(
                    $"The database was written by a newer QuizBot (it has the migration {newer}). Run that version, or put back a backup made before the upgrade.");
            }

            await db.Database.MigrateAsync(cancellation);
        }
        catch (Exception exception)
        {
            // Whoever tries again takes it anew.
            _guard.Dispose();
            if (_guard.Explain(exception) is { } line)
                throw new StorageRefusedException(line, exception);
            throw;
        }
    }

    /// <summary>For those who only read, beside a running bot: no lock is taken and nothing is migrated.</summary>
    /// <exception cref="StorageRefusedException">There is no database of this version.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await _database.ReadAsync(cancellation);
            if (!await db.Database.CanConnectAsync(cancellation))
                throw new StorageRefusedException("There is no database at Storage:ConnectionString yet. Run the bot once; it makes one.");
            if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
                throw new StorageRefusedException("The database was written by an older QuizBot. Run the bot once; it brings the database up to date.");
        }
        catch (Exception exception) when (_guard.Explain(exception) is { } line)
        {
            throw new StorageRefusedException(line, exception);
        }
    }

    /// <summary>A line for the operator where a failure of the database is one of the expected ones, else null.</summary>
    public string? Explain(Exception exception) => _guard.Explain(exception);

    public void Dispose() => _guard.Dispose();
}
