namespace QuizBot.Storage;

/// <summary>The database engines.</summary>
public enum StorageProvider
{
    /// <summary>One file, one host.</summary>
    Sqlite,

    /// <summary>A server, for one host or several.</summary>
    PostgreSql,
}
