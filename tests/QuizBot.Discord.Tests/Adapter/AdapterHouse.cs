using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Doctor;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Adapter;

/// <summary>The adapter as it is hosted, over a client in memory.</summary>
internal sealed class AdapterHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public AdapterHouse(IChatEvents? events = null, params (string Key, string Value)[] settings)
    {
        Events = events ?? new ScriptedEvents();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("Token", "secret.token")).Select(s => KeyValuePair.Create("Discord:" + s.Item1, (string?)s.Item2))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time).AddSingleton<IDiscordClient>(Client).AddLogging(b => b.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddDiscord(configuration);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public IChatEvents Events { get; }

    public ScriptedEvents Script => (ScriptedEvents)Events;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 11, 24, 8, 0, 0, TimeSpan.Zero)) ;

    public FakeDiscordClient Client { get; } = new();

    public LogLines Log { get; } = new();

    public IChatPlatform Platform => _services.GetRequiredService<IChatPlatform>();

    public IPlatformDoctor Doctor => _services.GetRequiredService<IPlatformDoctor>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task RunAsync(CommandCatalogue? commands = null)
    {
        _running = Platform.RunAsync(Events, commands ?? Catalogue, _stop.Token);
        await Until.TrueAsync(() => Client.IsConnected, "it is connected");
    }

    public static CommandCatalogue Catalogue { get; } = new([new CommandSpec("help", "What I can do", [])])
    {
        RootHelp = new Dictionary<string, string> { ["help"] = "What I can do" },
    };

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = StopAsync();
        // What a test left hanging is given up in the end, as at a real stop.
        while (!stopping.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stopping;
        await _services.DisposeAsync();
        _stop.Dispose();
    }
}
