using Microsoft.Data.Sqlite;

namespace QuizBot.Storage.Startup;

internal static class SqliteFile
{
    /// <summary>The configured connection string with what the bot relies on.</summary>
    public static string ConnectionString(StorageOptions options) => new SqliteConnectionStringBuilder(options.ConnectionString)
    {
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    public static string Path(StorageOptions options) =>
        System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
}
