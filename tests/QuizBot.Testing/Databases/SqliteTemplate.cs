using Microsoft.Extensions.DependencyInjection;
using QuizBot.Storage;
using QuizBot.Storage.Startup;

namespace QuizBot.Testing.Databases;

/// <summary>A migrated SQLite file, made once a run and copied for each test.</summary>
internal static class SqliteTemplate
{
    public const string FileName = "quizbot.db";

    private static readonly Lazy<Task<byte[]>> Content = new(MakeAsync);

    /// <summary>A new folder with a copy in it.</summary>
    public static async Task<TestFolder> CopyAsync()
    {
        var content = await Content.Value;
        var folder = new TestFolder();
        await File.WriteAllBytesAsync(folder.File(FileName), content);
        return folder;
    }

    private static async Task<byte[]> MakeAsync()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(StorageProvider.Sqlite);
        await using (var services = empty.NewServices())
            await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
        // The services have let go of the file, so that all of it stands in the file itself.
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(empty.ConnectionString).DataSource;
        return await File.ReadAllBytesAsync(file);
    }
}
