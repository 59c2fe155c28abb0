using Npgsql;

namespace QuizBot.Storage.Startup;

internal sealed class PostgreSqlGuard : IDatabaseGuard
{
    public void Take()
    {
    }

    public string? Explain(Exception exception) => (exception as NpgsqlException ?? exception.InnerException as NpgsqlException) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            "PostgreSQL refuses the user or password of Storage:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            "PostgreSQL has no such database. Create it (createdb), or name another in Storage:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            "PostgreSQL refuses the user of Storage:ConnectionString to create tables. Make it the database's owner.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of PostgreSQL is full. Make room; nothing that was confirmed is lost.",
        PostgresException => null,
        NpgsqlException => "PostgreSQL cannot be reached at the host and port of Storage:ConnectionString. Check that it runs and listens there.",
        null => null,
    };

    public void Dispose()
    {
    }
}
