using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Game;
using QuizBot.Questions;
using QuizBot.Storage;
using QuizBot.Storage.Startup;

namespace QuizBot.Benchmarks;

/// <summary>The bot without scheduler and web server, on a new SQLite file and a platform that answers at once.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IHost _host;

    private Bot(string folder, IHost host) => (_folder, _host) = (folder, host);

    public IServiceProvider Services => _host.Services;

    public string DatabaseFile => Path.Combine(_folder, "bot.db");

    /// <param name="addPlatform">Another platform than the silent one.</param>
    public static async Task<Bot> StartAsync(Action<HostApplicationBuilder>? addPlatform = null)
    {
        var folder = Directory.CreateTempSubdirectory("quizbot-benchmark-").FullName;
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "bot.db")}",
            ["Questions:Path"] = Path.Combine(RepositoryRoot(), "questions"),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddQuestions(builder.Configuration);
        builder.Services.AddGame(builder.Configuration);
        if (addPlatform is null)
            builder.Services.AddSingleton<IChatPlatform, SilentPlatform>();
        else
            addPlatform(builder);
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
        await host.StartAsync();
        return new Bot(folder, host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "QuizBot.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("QuizBot.sln is in no folder above the benchmarks.");
    }
}
