using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace QuizBot.Storage.Answers;

/// <summary>Runs statements on a context's connection, in its transaction.</summary>
internal sealed class SqlRunner(QuizDbContext db)
{
    private readonly DbConnection _connection = db.Database.GetDbConnection();
    private readonly DbTransaction? _transaction = db.Database.CurrentTransaction?.GetDbTransaction();

    public async Task<int> RunAsync(string sql, RowsJson rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return 0;
        await using var command = Command(sql, ("@rows", rows.Finish()));
        return await command.ExecuteNonQueryAsync(cancellation);
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

    private DbCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
