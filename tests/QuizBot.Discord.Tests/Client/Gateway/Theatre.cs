using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Discord.Client;
using QuizBot.Discord.Tests.Client.Rest;

namespace QuizBot.Discord.Tests.Client.Gateway;

/// <summary>A client whose clock, connections and HTTP answers are the test's.</summary>
internal sealed class Theatre : IDisposable
{
    public const string Token = "secret-token";

    private readonly CancellationTokenSource stop = new();
    private readonly Channel<ScriptedSocket> dialled = Channel.CreateUnbounded<ScriptedSocket>();

    public Theatre(double chance = 0.5, ShardRange? shards = null)
    {
        Http.Default = _ => ScriptedHandler.Json(Gateway);
        Client = new DiscordClient(
            new DiscordClientOptions(new DiscordToken(Token)) { ApiBaseUrl = new Uri("http://127.0.0.1:1/api/v10"), Shards = shards },
            Time, new FixedRandom(chance), Log, Http, Http, DialAsync);
    }

    public FakeTimeProvider Time { get; } = new();

    public ScriptedHandler Http { get; } = new();

    public LogLines Log { get; } = new();

    public Recorder Events { get; } = new();

    public DiscordClient Client { get; }

    /// <summary>What gateway/bot answers.</summary>
    public string Gateway { get; set; } = Answer();

    /// <summary>What dialling throws, or null.</summary>
    public Exception? DialFault { get; set; }

    /// <summary>Dialling never ends.</summary>
    public bool DialHangs { get; set; }

    public Task Running { get; private set; } = Task.CompletedTask;

    public int Dials { get; private set; }

    public static string Answer(int shards = 1, int left = 1000, int reset = 1000, int concurrency = 1, string url = "ws://127.0.0.1:1") =>
        $$$"""{"url":"{{{url}}}","shards":{{{shards}}},"session_start_limit":{"total":1000,"remaining":{{{left}}},"reset_after":{{{reset}}},"max_concurrency":{{{concurrency}}}}}""";

    public Task Run() => Running = Client.RunAsync(Events.HearAsync, stop.Token);

    /// <summary>The next connection that the client opens.</summary>
    public async Task<ScriptedSocket> DialledAsync() =>
        await dialled.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Lets time go by until something happens.</summary>
    /// <returns>How much went by.</returns>
    public async Task<TimeSpan> PassAsync(Task until, double step = 1)
    {
        var begun = Time.GetUtcNow();
        for (var i = 0; !until.IsCompleted; i++)
        {
            Assert.True(i < 20_000, "It never happens.");
            Time.Advance(TimeSpan.FromSeconds(step));
            // What the timers set off runs on other threads, and sets the next timers.
            await Task.WhenAny(until, Task.Delay(2, TestContext.Current.CancellationToken));
        }

        await until;
        return Time.GetUtcNow() - begun;
    }

    /// <summary>The next connection, while time goes by.</summary>
    public async Task<(ScriptedSocket Socket, TimeSpan After)> DialledInTimeAsync(double step = 1)
    {
        var next = DialledAsync();
        var after = await PassAsync(next, step);
        return (await next, after);
    }

    /// <summary>A client that is run and connected.</summary>
    public async Task<ScriptedSocket> ConnectAsync(params ulong[] guilds)
    {
        _ = Run();
        var socket = await DialledAsync();
        socket.Hello();
        await socket.HearAsync(2);
        socket.Ready(guilds: guilds);
        await Events.NextAsync<Seam.ShardConnected>();
        return socket;
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        stop.Cancel();
        Client.Dispose();
        stop.Dispose();
        Assert.DoesNotContain(Token, Log.Text, StringComparison.Ordinal);
    }

    private async Task<WebSocket> DialAsync(Uri url, CancellationToken cancellation)
    {
        Dials++;
        if (DialHangs)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        if (DialFault is not null)
            throw DialFault;
        var socket = new ScriptedSocket { Url = url };
        dialled.Writer.TryWrite(socket);
        return socket;
    }
}
