using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using QuizBot.Chat;

namespace QuizBot.Playground.Store;

/// <summary>The file. One connection behind one lock: commits and what pages are told of them have one order.</summary>
internal sealed class ChatDatabase : IDisposable
{
    private static readonly TimeSpan ActionsKept = TimeSpan.FromDays(7);
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly TimeProvider time;

    public ChatDatabase(IOptions<PlaygroundOptions> options, TimeProvider time)
    {
        this.time = time;
        var path = Path.GetFullPath(options.Value.DataPath);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
            connection.Open();
            Prepare();
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw new PlatformRefusedException($"The playground cannot keep its conversation in {path}: {fault.Message} Set Playground:DataPath to a file it may write.", fault);
        }
    }

    /// <summary>Called after a commit with the messages it changed, in the order of commits, under the lock: must not block.</summary>
    public event Action<IReadOnlyList<StoredMessage>>? Changed;

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (gate)
            return read(connection);
    }

    public T Write<T>(Func<ChatWrite, T> write)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var work = new ChatWrite(connection, NowUs());
            var result = write(work);
            transaction.Commit();
            if (work.Touched.Count > 0)
                Changed?.Invoke(MessageRows.Load(connection, work.Touched));
            return result;
        }
    }

    public void Write(Action<ChatWrite> write) => Write<bool>(work =>
    {
        write(work);
        return true;
    });

    public void Dispose() => connection.Dispose();

    private void Prepare()
    {
        connection.Execute("pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
        var version = connection.Number("pragma user_version");
        if (version > Schema.Version)
            throw new PlatformRefusedException($"The playground's file {connection.DataSource} was written by a newer QuizBot. Set Playground:DataPath to another file.");
        Write(work =>
        {
            if (version == 0)
                work.Connection.Execute(Schema.Script + $"pragma user_version = {Schema.Version}");
            work.Connection.Execute("delete from actions where order_us < $1", work.NowUs - (ActionsKept.Ticks / TimeSpan.TicksPerMicrosecond));
        });
    }

    private long NowUs() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
