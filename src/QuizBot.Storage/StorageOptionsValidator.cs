using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace QuizBot.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (options.Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail(
                "Storage:ConnectionString is empty. PostgreSQL needs one, such as \"Host=localhost;Database=quizbot;Username=quizbot\".");
        }

        try
        {
            DbConnectionStringBuilder parsed = options.Provider == StorageProvider.PostgreSql
                ? new NpgsqlConnectionStringBuilder(options.ConnectionString)
                : new SqliteConnectionStringBuilder(options.ConnectionString);
            return parsed is SqliteConnectionStringBuilder { Mode: SqliteOpenMode.Memory } or SqliteConnectionStringBuilder { DataSource: ":memory:" }
                ? ValidateOptionsResult.Fail("Storage:ConnectionString names a database in memory, which would lose every answer. Name a file.")
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException)
        {
            // The message of the parser can repeat a password.
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is no connection string of {options.Provider}.");
        }
    }
}
