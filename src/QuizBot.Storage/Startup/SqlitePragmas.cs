using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QuizBot.Storage.Startup;

/// <summary>
/// Sets what SQLite keeps per connection. synchronous=full: in WAL mode a commit that returned survives a power cut.
/// SQLite waits for a lock itself, for 5 seconds at most; see <see cref="SqliteFile.ConnectionString"/>.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "pragma busy_timeout = 5000; pragma synchronous = full;";

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
