using QuizBot.Discord.Client;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Judging;

namespace QuizBot.Discord.Tests.Client;

/// <summary>An emulated Discord with our client at it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();

    private Stage(DiscordEmulator discord, DiscordClient client, LogLines log)
    {
        (Discord, Client, Log) = (discord, client, log);
    }

    public DiscordEmulator Discord { get; }

    public DiscordClient Client { get; }

    public LogLines Log { get; }

    public Recorder Events { get; } = new();

    /// <summary>The client's run, once begun.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public static async Task<Stage> BeginAsync(
        DiscordEmulatorOptions? options = null, Func<DiscordClientOptions, DiscordClientOptions>? change = null, Action<DiscordEmulator>? before = null)
    {
        var discord = await DiscordEmulator.StartAsync((options ?? new DiscordEmulatorOptions()) with { Judge = OpenApiJudge.Discord }, TimeProvider.System, TestContext.Current.CancellationToken);
        before?.Invoke(discord);
        var log = new LogLines();
        var given = new DiscordClientOptions(new DiscordToken(discord.Token)) { ApiBaseUrl = new Uri(discord.ApiBaseUrl) };
        return new Stage(discord, new DiscordClient(change?.Invoke(given) ?? given, TimeProvider.System, new Random(1), log), log);
    }

    /// <summary>Runs the client, and waits until it is connected.</summary>
    public async Task<Stage> ConnectAsync()
    {
        _ = Run();
        await Events.NextAsync<Seam.ShardConnected>();
        return this;
    }

    public Task Run() => Running = Client.RunAsync(Events.HearAsync, stop.Token);

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        // Throws when a body of either side was not as Discord's own description says.
        await Discord.DisposeAsync();
        stop.Dispose();
        Assert.DoesNotContain(Discord.Token, Log.Text, StringComparison.Ordinal);
    }
}
