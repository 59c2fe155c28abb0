using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Game.Commands;
using QuizBot.Game.Dailies;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Places;
using QuizBot.Questions;
using QuizBot.Storage;

namespace QuizBot.Game.Tests.Harness;

/// <summary>The bot as it is hosted, but for its scheduler, whose work a test begins itself.</summary>
internal sealed class GameHost : IAsyncDisposable
{
    private readonly GameWorld _world;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _hosted;
    private readonly CancellationTokenSource _stop = new();
    private readonly ListLogger _log = new();
    private bool _stopped;

    public GameHost(GameWorld world)
    {
        _world = world;
        var configuration = new ConfigurationBuilder().AddConfiguration(world.Database.Configuration)
            .AddInMemoryCollection(new Dictionary<string, string?>(world.Settings) { ["Questions:Path"] = world.QuestionsPath }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Time).AddMetrics().AddLogging(b => b.AddProvider(_log));
        services.AddSingleton<IHostEnvironment>(new Environment());
        services.AddStorage(configuration).AddQuestions(configuration).AddGame(configuration);
        services.AddSingleton<IChatPlatform>(world.Fake);
        foreach (var platform in world.MorePlatforms)
            services.AddSingleton<IChatPlatform>(platform);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        // The questions' watcher is not the game's.
        _hosted = [.. _services.GetServices<IHostedService>().Where(h => h.GetType().Namespace!.StartsWith("QuizBot.Game", StringComparison.Ordinal))];
    }

    public IServiceProvider Services => _services;

    public IEnumerable<string> Errors => _log.Errors;

    /// <summary>True where a test makes something fault on purpose.</summary>
    public bool ExpectsErrors { get; set; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        foreach (var hosted in _hosted)
            await hosted.StartAsync(default);
        foreach (var platform in _services.GetServices<IChatPlatform>())
            _ = platform.RunAsync(Get<IChatEvents>(), Catalogue.All, _stop.Token);
    }

    public Task ConnectedAsync() => Until.TrueAsync(() => _world.Fake.IsConnected, "the platform is connected");

    /// <summary>Lets time pass, and what is due then be done.</summary>
    public async Task AdvanceAsync(TimeSpan span)
    {
        _world.Time.Advance(span);
        await DueAsync();
    }

    public Task AdvanceToAsync(DateTimeOffset instant) => AdvanceAsync(instant - _world.Time.GetUtcNow());

    /// <summary>Does what is due, as the scheduler would, until nothing is.</summary>
    public async Task DueAsync()
    {
        var due = Get<DoDueWork>();
        for (var i = 0; i < 100; i++)
        {
            await await Get<PostDailies>().BeginAsync(default);
            await await due.BeginAsync(default);
            // The clock in the process may have begun it before.
            await Get<Lanes>().Running;
            if (await due.EarliestAsync(default) is not { } earliest || earliest > _world.Time.Now())
                return;
        }

        Assert.Fail($"Something stays due: {string.Join('\n', _log.All.TakeLast(5))}");
    }

    /// <summary>Begins what is due and does not wait for it.</summary>
    public async Task BeginAsync()
    {
        _ = await Get<PostDailies>().BeginAsync(default);
        _ = await Get<DoDueWork>().BeginAsync(default);
    }

    /// <summary>The process is killed: nothing it was doing is finished.</summary>
    public async Task KillAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        await _services.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopped)
            return;
        await StopAsync(default);
        await _services.DisposeAsync();
        if (!ExpectsErrors)
            Assert.Empty(Errors);
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        _stopped = true;
        await _stop.CancelAsync();
        foreach (var hosted in Enumerable.Reverse(_hosted))
        {
            try
            {
                await hosted.StopAsync(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
            }
        }
    }

    private sealed class Environment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "QuizBot.Game.Tests";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public string EnvironmentName { get; set; } = "Production";
    }
}
