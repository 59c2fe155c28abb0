namespace QuizBot.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c> (the default) or <c>PostgreSql</c>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>ADO.NET connection string. SQLite's default is the file <c>data/quizbot.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    internal const string DefaultSqlite = "Data Source=data/quizbot.db";
}
