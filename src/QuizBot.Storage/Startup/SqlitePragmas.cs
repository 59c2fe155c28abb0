using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QuizBot.Storage.Startup;

/// <summary>
/// Sets what SQLite keeps per connection. synchronous=full: in WAL mode a commit that returned survives a power cut.
/// SQLite waits for a lock itself, for 5 seconds at most; see <see cref="SqliteFile.ConnectionString"/>. A burst of answers
/// changes the same pages again and again, so the log may grow to 16 MB before they are copied into the file, up to
/// 32 MB of them stay in memory, and what a statement would undo by is not written to a file.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = """
        pragma busy_timeout = 5000;
        pragma synchronous = full;
        pragma wal_autocheckpoint = 4000;
        pragma cache_size = -32000;
        pragma temp_store = memory;
        """;

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
