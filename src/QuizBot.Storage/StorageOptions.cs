using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using QuizBot.Storage.Startup;

namespace QuizBot.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c> (the default) or <c>PostgreSql</c>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>ADO.NET connection string. SQLite's default is the file <c>data/quizbot.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The section's values with the defaults filled in; for a library that keeps tables in the same database.</summary>
    /// <exception cref="OptionsValidationException">They name no database.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection(Section).Get<StorageOptions>() ?? new StorageOptions();
        if (options.Provider == StorageProvider.Sqlite && string.IsNullOrWhiteSpace(options.ConnectionString))
            options.ConnectionString = DefaultSqlite;
        // It is used before options are validated.
        if (new StorageOptionsValidator().Validate(Options.DefaultName, options) is { Failed: true } invalid)
            throw new OptionsValidationException(Section, typeof(StorageOptions), invalid.Failures);
        if (options.Provider != StorageProvider.Sqlite)
            return options;
        return new StorageOptions { Provider = options.Provider, ConnectionString = SqliteFile.ConnectionString(options) };
    }

    internal const string DefaultSqlite = "Data Source=data/quizbot.db";
}
