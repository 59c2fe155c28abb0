using Microsoft.Data.Sqlite;
using QuizBot.Testing.Databases;

namespace QuizBot.Host.Tests.Processes;

/// <summary>An empty folder to run the host in, with its default settings but for the port.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestFolder _folder = new();

    public House()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        Settings["Playground__Url"] = Address.GetLeftPart(UriPartial.Authority);
        Settings["TZ"] = "Europe/Berlin";
    }

    public Uri Address { get; }

    /// <summary>Environment variables for the next start.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public string Folder => _folder.Path;

    public string DatabaseFile => Path.Combine(Folder, "data", "quizbot.db");

    public string ChatFile => Path.Combine(Folder, "data", "playground.db");

    /// <summary>Starts a process without waiting for anything.</summary>
    public HostProcess Begin(params IEnumerable<string> arguments) => HostProcess.Start(Folder, Address, Settings, arguments);

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task<HostProcess> StartAsync()
    {
        var host = Begin();
        try
        {
            return await host.ReadyAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> RunAsync(params IEnumerable<string> arguments)
    {
        await using var host = Begin(arguments);
        var code = await host.EndAsync();
        return (code, host.Output.All, host.Errors.All);
    }

    public SqliteConnection OpenDatabase() => Open(DatabaseFile);

    public SqliteConnection OpenChat() => Open(ChatFile);

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        connection.Open();
        return connection;
    }
}
