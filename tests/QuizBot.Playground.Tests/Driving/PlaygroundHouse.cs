using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Playground.Live;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>A playground on a free port of this machine, with a file of its own.</summary>
public sealed class PlaygroundHouse : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool ownsFile;
    private CancellationTokenSource? botEnd;
    private Task botRun = Task.CompletedTask;

    private PlaygroundHouse(WebApplication app, string path, bool ownsFile)
    {
        this.app = app;
        this.ownsFile = ownsFile;
        DataPath = path;
        Platform = app.Services.GetRequiredService<IChatPlatform>();
    }

    public IChatPlatform Platform { get; }

    public string DataPath { get; }

    /// <summary>Such as http://127.0.0.1:41234.</summary>
    public Uri Address => new(app.Urls.Single());

    internal IServiceProvider Services => app.Services;

    internal PlaygroundHub Hub => app.Services.GetRequiredService<PlaygroundHub>();

    /// <summary>Opens a playground; on a file that is there already, where a path is given.</summary>
    public static async Task<PlaygroundHouse> OpenAsync(string? dataPath = null, TimeProvider? time = null)
    {
        var path = dataPath ?? Path.Combine(Path.GetTempPath(), $"playground-{Guid.NewGuid():N}", "playground.db");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Playground:DataPath"] = path });
        builder.Logging.ClearProviders().AddDebug().SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddPlayground(builder.Configuration);
        var app = builder.Build();
        app.MapPlayground();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, path, dataPath is null);
    }

    /// <summary>Opens a playground in which a bot is running.</summary>
    public static async Task<PlaygroundHouse> OpenWithAsync(IChatEvents bot, CommandCatalogue? commands = null, TimeProvider? time = null)
    {
        var house = await OpenAsync(time: time);
        house.StartBot(bot, commands);
        return house;
    }

    public void StartBot(IChatEvents bot, CommandCatalogue? commands = null)
    {
        botEnd = new CancellationTokenSource();
        botRun = Platform.RunAsync(bot, commands ?? new([]) { RootHelp = new Dictionary<string, string>() }, botEnd.Token);
    }

    public async Task StopBotAsync()
    {
        if (botEnd is null)
            return;
        await botEnd.CancelAsync();
        await botRun;
        botEnd.Dispose();
        botEnd = null;
    }

    /// <summary>Lets a member in, without a browser.</summary>
    public Task<PlaygroundDriver> EnterAsync(string member, long? after = null) => PlaygroundDriver.ConnectAsync(Address, member, after);

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsFile)
            Directory.Delete(Path.GetDirectoryName(DataPath)!, recursive: true);
    }
}
