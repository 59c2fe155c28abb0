using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace QuizBot.Storage.Answers;

/// <summary>Runs statements on a context's connection, in its transaction.</summary>
internal sealed class SqlRunner(QuizDbContext db)
{
    private readonly DbConnection _connection = db.Database.GetDbConnection();
    private readonly DbTransaction? _transaction = db.Database.CurrentTransaction?.GetDbTransaction();

    public async Task RunAsync(string sql, RowsJson rows, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        if (rows.Count > 0)
            await RunAsync(sql, cancellation, [("@rows", rows.Finish()), .. parameters]);
    }

    public async Task RunAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task ReadAsync(string sql, RowsJson rows, Action<DbDataReader> each, CancellationToken cancellation)
    {
        if (rows.Count > 0)
            await ReadAsync(sql, each, cancellation, ("@rows", rows.Finish()));
    }

    public async Task ReadAsync(
        string sql, Action<DbDataReader> each, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            each(reader);
    }

    /// <summary>Whether there is a row.</summary>
    public async Task<bool> AnyAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    private DbCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        if (db.Database.GetCommandTimeout() is { } seconds)
            command.CommandTimeout = seconds;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
