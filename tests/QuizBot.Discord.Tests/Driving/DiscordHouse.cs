using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Discord.Tests.Adapter;
using QuizBot.Emulators.Discord;

namespace QuizBot.Discord.Tests.Driving;

/// <summary>The adapter as it is hosted, with our own client, before an emulated Discord.</summary>
internal sealed class DiscordHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private DiscordHouse(DiscordEmulator discord, (string Key, string Value)[] settings)
    {
        Discord = discord;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("Token", discord.Token)).Append(("ApiBaseUrl", discord.ApiBaseUrl)).Select(s => KeyValuePair.Create("Discord:" + s.Item1, (string?)s.Item2))).Build();
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System).AddLogging(b => b.AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        services.AddDiscord(configuration);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public DiscordEmulator Discord { get; }

    public LogLines Log { get; } = new();

    public IChatPlatform Platform => _services.GetRequiredService<IChatPlatform>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<DiscordHouse> OpenAsync(DiscordEmulatorOptions? options = null, params (string Key, string Value)[] settings) =>
        new(await DiscordEmulator.StartAsync(options ?? new(), TimeProvider.System, TestContext.Current.CancellationToken), settings);

    /// <summary>Runs the bot until the house is disposed.</summary>
    public void Run(IChatEvents events, CommandCatalogue commands) => _running = Platform.RunAsync(events, commands, _stop.Token);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // As told.
        }
    }

    /// <summary>Also fails where a request or an answer was not as Discord's own description has it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        _stop.Dispose();
        await Discord.DisposeAsync();
    }
}
