using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace QuizBot.Storage.Startup;

/// <summary>
/// One host a file, by a lock on a file beside it: a second host would take the same dailies. The system lets go of the
/// lock when the process ends, however it ends.
/// </summary>
internal sealed class SqliteGuard(IOptions<StorageOptions> options) : IDatabaseGuard
{
    // What opening a file that another process holds says: EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private FileStream? _lock;

    private string File => SqliteFile.Path(options.Value);

    private string ReadOnly => $"The database {File} is read-only. Make the file and its folder writable for the user that runs the bot.";

    public void Take()
    {
        var folder = Path.GetDirectoryName(File)!;
        try
        {
            Directory.CreateDirectory(folder);
            _lock = new FileStream(File + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageRefusedException(
                $"The folder {folder} is not writable for this user. Give the bot a folder of its own by Storage:ConnectionString, or change the folder's owner.", denied);
        }
        catch (IOException taken) when (HeldByAnother.Contains(taken.HResult))
        {
            throw new StorageRefusedException(
                $"Another QuizBot runs on {File}. Stop it first, or give this one a database of its own by Storage:ConnectionString; several hosts need PostgreSQL.", taken);
        }
        catch (IOException broken)
        {
            throw new StorageRefusedException(
                $"The folder {folder} cannot be used: {broken.Message.TrimEnd('.')}. Make it writable, or name another by Storage:ConnectionString.", broken);
        }

        if (System.IO.File.Exists(File) && System.IO.File.GetAttributes(File).HasFlag(FileAttributes.ReadOnly))
            throw new StorageRefusedException(ReadOnly);
    }

    public async Task PrepareAsync(QuizDbContext db, CancellationToken cancellation)
    {
        // Kept in the file: readers and the writer do not wait for each other, and a commit costs one flush.
        var mode = await db.Database.SqlQueryRaw<string>("pragma journal_mode = wal").ToListAsync(cancellation);
        if (mode is not ["wal"])
        {
            throw new StorageRefusedException(
                $"The database {File} lies on a file system that SQLite cannot share memory on (a network drive?). Put it on a local disk by Storage:ConnectionString.");
        }

        // A start that was killed while it migrated leaves EF Core's own lock, and the next would wait for ever. Ours says that nobody migrates.
        await db.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", cancellation);
    }

    public string? Explain(Exception exception)
    {
        while (exception is not SqliteException and { InnerException: { } inner })
            exception = inner;
        return exception is SqliteException sqlite ? Explain(sqlite) : null;
    }

    // https://www.sqlite.org/rescode.html; 4874 is SQLITE_IOERR_SHMSIZE, no room for the file that SQLite's processes share.
    private string? Explain(SqliteException fault) => (fault.SqliteErrorCode, fault.SqliteExtendedErrorCode) switch
    {
        (5 or 6, _) => $"The database {File} is locked by another program. Close it (a database browser, a copy in progress) and start again.",
        (8, _) => ReadOnly,
        (13, _) or (_, 4874) => $"The disk that holds {File} is full. Make room; nothing that was confirmed is lost.",
        (10, _) => string.Create(
            CultureInfo.InvariantCulture,
            $"The disk under {File} cannot be read or written (SQLite's error {fault.SqliteExtendedErrorCode}). Check the disk and its file system."),
        (11, _) => $"The database {File} is damaged. Put the newest backup in its place; see docs/operations.md.",
        (14, _) => $"The database {File} cannot be opened. Check that it is a file, and that the bot may write it and its folder.",
        (26, _) => $"The file {File} is no SQLite database. Storage:ConnectionString must name the bot's own file.",
        _ => null,
    };

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }
}
