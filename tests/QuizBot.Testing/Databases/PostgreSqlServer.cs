using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuizBot.Storage;
using QuizBot.Storage.Startup;

namespace QuizBot.Testing.Databases;

/// <summary>A real PostgreSQL of this test run, started by the first test that needs it.</summary>
public sealed class PostgreSqlServer
{
    private const string Template = "quizbot_template";
    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);
    private static int _databases;

    private readonly PostgreSqlProcess _process;

    private PostgreSqlServer(PostgreSqlProcess process) => _process = process;

    public int Port => _process.Port;

    /// <summary>The running server; skips the test where this machine has no PostgreSQL.</summary>
    public static Task<PostgreSqlServer> StartedAsync()
    {
        Requires.That(PostgreSqlBinaries.Folder is not null, "PostgreSQL (initdb and postgres) is not installed on this machine.");
        return Started.Value;
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = PostgreSqlProcess.User,
        Password = PostgreSqlProcess.Password,
        Database = database,
        // A test that fails to get a lock should say so soon.
        CommandTimeout = 60,
    }.ConnectionString;

    /// <summary>Runs a statement as the owner of the server.</summary>
    public async Task RunAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal Task<string> CreateEmptyAsync() => CreateAsync("template0");

    internal Task<string> CreateMigratedAsync() => CreateAsync(Template);

    internal async ValueTask DropAsync(string name) => await RunAsync($"drop database {name} with (force)");

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer(await PostgreSqlProcess.StartAsync(PostgreSqlBinaries.Folder!));
        await server.RunAsync($"create database {Template}");
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
            ["Storage:ConnectionString"] = server.ConnectionString(Template) + ";Pooling=false",
        }).Build();
        await using var services = new ServiceCollection().AddStorage(settings).BuildServiceProvider();
        await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
        return server;
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await RunAsync($"create database {name} template {template}");
        return name;
    }
}
