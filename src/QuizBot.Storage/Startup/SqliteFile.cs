using Microsoft.Data.Sqlite;

namespace QuizBot.Storage.Startup;

internal static class SqliteFile
{
    /// <summary>The configured connection string with what the bot relies on.</summary>
    public static string ConnectionString(StorageOptions options) => new SqliteConnectionStringBuilder(options.ConnectionString)
    {
        ForeignKeys = true,
        Cache = SqliteCacheMode.Private,
        // Microsoft.Data.Sqlite's own waiting (it sleeps 150 ms between tries) ends once this is over, and SQLite's own
        // waiting comes first and lasts longer: so it never gets to sleep. It has no zero; that would be for ever.
        DefaultTimeout = 1,
    }.ToString();

    public static string Path(StorageOptions options) =>
        System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
}
