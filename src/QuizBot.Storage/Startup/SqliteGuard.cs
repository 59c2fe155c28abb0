using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace QuizBot.Storage.Startup;

/// <summary>
/// One host a file, by a lock on a file beside it: a second host would take the same dailies. The system lets go of the
/// lock when the process ends, however it ends.
/// </summary>
internal sealed class SqliteGuard(IOptions<StorageOptions> options) : IDatabaseGuard
{
    private FileStream? _lock;

    private string File => SqliteFile.Path(options.Value);

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
        catch (IOException taken) when (System.IO.File.Exists(File + ".lock"))
        {
            throw new StorageRefusedException(
                $"Another QuizBot runs on {File}. Stop it first, or give this one a database of its own by Storage:ConnectionString; several hosts need PostgreSQL.", taken);
        }
        catch (IOException broken)
        {
            throw new StorageRefusedException($"The folder {folder} cannot be used: {broken.Message}", broken);
        }

        if (System.IO.File.Exists(File) && System.IO.File.GetAttributes(File).HasFlag(FileAttributes.ReadOnly))
            throw new StorageRefusedException(ReadOnly);
    }

    public string? Explain(Exception exception) => (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        // https://www.sqlite.org/rescode.html
        5 or 6 => $"The database {File} is locked by another program. Close it (a database browser, a copy in progress) and start again.",
        8 => ReadOnly,
        10 => $"The disk under {File} cannot be read or written. Check the disk and its file system.",
        11 => $"The database {File} is damaged. Put the newest backup in its place; see docs/operations.md.",
        13 => $"The disk that holds {File} is full. Make room; nothing that was confirmed is lost.",
        14 => $"The database {File} cannot be opened. Check that the folder exists and that the bot may write in it.",
        26 => $"The file {File} is no SQLite database. Storage:ConnectionString must name the bot's own file.",
        _ => null,
    };

    public void Dispose() => _lock?.Dispose();

    private string ReadOnly => $"The database {File} is read-only. Make the file and its folder writable for the user that runs the bot.";
}
