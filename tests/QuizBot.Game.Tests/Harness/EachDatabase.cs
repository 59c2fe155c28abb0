using QuizBot.Storage;

namespace QuizBot.Game.Tests.Harness;

/// <summary>A theory's two databases: a SQLite file and a real PostgreSQL.</summary>
public sealed class EachDatabase : TheoryData<StorageProvider>
{
    public EachDatabase()
    {
        Add(StorageProvider.Sqlite);
        Add(StorageProvider.PostgreSql);
    }
}
