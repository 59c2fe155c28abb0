using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace QuizBot.Storage.Startup;

internal sealed class PostgreSqlGuard : IDatabaseGuard
{
    public void Take()
    {
    }

    // EF Core would make a database that is missing; a slip in its name should not pass for an empty bot.
    public async Task PrepareAsync(QuizDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.CloseConnectionAsync();
    }

    public string? Explain(Exception exception)
    {
        while (exception is not (NpgsqlException or SocketException) and { InnerException: { } inner })
            exception = inner;
        return exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                "PostgreSQL refuses the user or password of Storage:ConnectionString.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                "PostgreSQL has no such database. Create it (createdb), or name another in Storage:ConnectionString.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                "PostgreSQL refuses the user of Storage:ConnectionString to create tables. Make it the database's owner.",
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                "The disk of PostgreSQL is full. Make room; nothing that was confirmed is lost.",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
                "PostgreSQL has no connection left. Raise its max_connections, or lower Maximum Pool Size in Storage:ConnectionString.",
            PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } =>
                "PostgreSQL is starting or stopping. Start again once it takes connections.",
            PostgresException => null,
            NpgsqlException or SocketException =>
                "PostgreSQL cannot be reached at the host and port of Storage:ConnectionString. Check that it runs and listens there.",
            _ => null,
        };
    }

    public void Dispose()
    {
    }
}
