using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QuizBot.Storage.Tests.Startup;

/// <summary>Runs a statement on each connection that is opened.</summary>
internal sealed class OnOpen(string sql) : DbConnectionInterceptor
{
    public string Sql { get; set; } = sql;

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
