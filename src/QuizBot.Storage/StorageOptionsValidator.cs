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
            return options.Provider == StorageProvider.PostgreSql
                ? PostgreSql(options.ConnectionString)
                : Sqlite(new SqliteConnectionStringBuilder(options.ConnectionString));
        }
        catch (ArgumentException)
        {
            // The message of the parser can repeat a password.
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is no connection string of {options.Provider}.");
        }
    }

    private static ValidateOptionsResult PostgreSql(string? connectionString) =>
        string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host)
            ? ValidateOptionsResult.Fail("Storage:ConnectionString names no Host.")
            : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Sqlite(SqliteConnectionStringBuilder parsed)
    {
        if (parsed is { Mode: SqliteOpenMode.Memory } or { DataSource: ":memory:" or "" })
            return ValidateOptionsResult.Fail("Storage:ConnectionString names no file: a database in memory would lose every answer. Name a file.");
        return parsed.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? ValidateOptionsResult.Fail("Storage:ConnectionString names a file: address. Name the plain path of a file.")
            : ValidateOptionsResult.Success;
    }
}
