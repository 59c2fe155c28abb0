using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Discord.Tests.Adapter;
using QuizBot.Game;
using QuizBot.Game.Commands;
using QuizBot.Game.Dailies;
using QuizBot.Game.Deadlines;
using QuizBot.Questions;
using QuizBot.Storage;

namespace QuizBot.Discord.Tests.Day;

/// <summary>The whole bot on Discord but for its scheduler, whose work a test begins itself.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly Town _town;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _hosted;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private bool _stopped;

    public Bot(Town town, (string Key, string Value)[] settings)
    {
        _town = town;
        var configuration = new ConfigurationBuilder().AddConfiguration(town.Database.Configuration).AddInMemoryCollection(
        [
            .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)),
            new("Discord:Token", town.Discord.Token), new("Discord:ApiBaseUrl", town.Discord.ApiBaseUrl), new("Questions:Path", town.Questions),
        ]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(town.Time).AddMetrics().AddLogging(b => b.AddProvider(Log));
        services.AddSingleton<IHostEnvironment>(new Environment());
        services.AddStorage(configuration).AddQuestions(configuration).AddGame(configuration).AddDiscord(configuration);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        _hosted = [.. _services.GetServices<IHostedService>().Where(h => h.GetType().Namespace!.StartsWith("QuizBot.Game", StringComparison.Ordinal))];
    }

    public LogLines Log { get; } = new();

    /// <summary>What a test makes go wrong on purpose; anything else logged as a warning or worse fails it.</summary>
    public List<string> Expected { get; } = [];

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        foreach (var hosted in _hosted)
            await hosted.StartAsync(default);
        var platform = Get<IChatPlatform>();
        _running = platform.RunAsync(Get<IChatEvents>(), Catalogue.All, _stop.Token);
        await Until.TrueAsync(() => platform.IsConnected && _town.Discord.CommandRegistrations > 0, "the bot is connected");
    }

    /// <summary>Sets the clock, and does what is due then, as the scheduler would.</summary>
    public async Task AtAsync(DateTimeOffset hour)
    {
        _town.Time.SetTo(hour);
        await await Get<PostDailies>().BeginAsync(default);
        await await Get<DoDueWork>().BeginAsync(default);
    }

    /// <summary>The process ends as it does at a signal.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await _stop.CancelAsync();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var hosted in Enumerable.Reverse(_hosted))
            await hosted.StopAsync(default);
        await _services.DisposeAsync();
        Assert.DoesNotContain(Log.Complaints, line => !Expected.Exists(e => line.Contains(e, StringComparison.Ordinal)));
        Assert.DoesNotContain(Log.Lines, line => line.Line.Contains(_town.Discord.Token, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private sealed class Environment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "QuizBot.Discord.Tests";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public string EnvironmentName { get; set; } = "Production";
    }
}
