using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using QuizBot.Storage.Dialects;
using QuizBot.Storage.Startup;
using QuizBot.Testing.Databases;

namespace QuizBot.Storage.Tests.Startup;

/// <summary>Runs a statement on each connection that is opened.</summary>
internal sealed class OnOpen(string sql) : DbConnectionInterceptor
{
    public string Sql { get; set; } = sql;

    /// <summary>The database of a test, by connections like the bot's on which a statement was run.</summary>
    public static Database Database(TestDatabase test, OnOpen onOpen)
    {
        var options = new DbContextOptionsBuilder<SqliteQuizDbContext>();
        options.UseQuizSqlite(test.ConnectionString).AddInterceptors(onOpen);
        return new Database(() => new SqliteQuizDbContext(options.Options), new SqliteDialect());
    }

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
