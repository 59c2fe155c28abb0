using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Storage;

namespace QuizBot.Testing.Databases;

/// <summary>A database of its own for one test, removed when it is disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;
    private readonly ServiceProvider _services;

    private TestDatabase(StorageProvider provider, string connectionString, Func<ValueTask> remove)
    {
        (Provider, ConnectionString, _remove) = (provider, connectionString, remove);
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = provider.ToString(),
            ["Storage:ConnectionString"] = connectionString,
        }).Build();
        _services = NewServices();
    }

    public StorageProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The settings that name it, for <c>AddStorage</c>.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>What <c>AddStorage</c> adds.</summary>
    public IServiceProvider Services => _services;

    public Database Database => _services.GetRequiredService<Database>();

    /// <summary>A migrated database without rows.</summary>
    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        if (provider == StorageProvider.Sqlite)
            return Sqlite(await SqliteTemplate.CopyAsync());
        var server = await PostgreSqlServer.StartedAsync();
        return PostgreSql(server, await server.CreateMigratedAsync());
    }

    /// <summary>A database without tables.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(StorageProvider provider)
    {
        if (provider == StorageProvider.Sqlite)
            return Sqlite(new TestFolder());
        var server = await PostgreSqlServer.StartedAsync();
        return PostgreSql(server, await server.CreateEmptyAsync());
    }

    /// <summary>A second host's services on the same database, with caches and connections of their own.</summary>
    public ServiceProvider NewServices() => new ServiceCollection().AddStorage(Configuration).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _remove();
    }

    private static TestDatabase Sqlite(TestFolder folder) =>
        new(StorageProvider.Sqlite, $"Data Source={folder.File(SqliteTemplate.FileName)}", folder.DisposeAsync);

    private static TestDatabase PostgreSql(PostgreSqlServer server, string name) =>
        new(StorageProvider.PostgreSql, server.ConnectionString(name), () => server.DropAsync(name));
}
