using QuizBot.Emulators.Slack;
using QuizBot.Emulators.Slack.World;
using QuizBot.Slack.Client;
using QuizBot.Slack.Client.Http;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>The client at an emulated Slack with one workspace, one channel and one member.</summary>
internal sealed class ClientHouse : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    private ClientHouse(SlackEmulator slack, TimeProvider time)
    {
        Slack = slack;
        Time = time;
        Workspace = slack.AddWorkspace("Acme");
        Ada = slack.AddMember(Workspace, "ada");
        General = slack.AddChannel(Workspace, "general", Ada);
        Requests = new SlackRequests(time, new TestLog<SlackRequests>());
        Client = NewClient();
    }

    public SlackEmulator Slack { get; }

    public TimeProvider Time { get; }

    public EmulatedWorkspace Workspace { get; }

    public EmulatedMember Ada { get; }

    public EmulatedChannel General { get; }

    public SlackRequests Requests { get; }

    public TestLog<SlackClient> Log { get; } = new();

    public Listener Listener { get; } = new();

    public SlackClient Client { get; private set; }

    /// <summary>Completes when the client ended by itself.</summary>
    public Task Running => running;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ClientHouse> OpenAsync(SlackEmulatorOptions? options = null, TimeProvider? time = null) =>
        new(await SlackEmulator.StartAsync(options ?? new(), time ?? TimeProvider.System, Cancellation), time ?? TimeProvider.System);

    /// <summary>The client as a test wants it.</summary>
    public SlackClient NewClient(Func<SlackClientOptions, SlackClientOptions>? change = null)
    {
        Client?.Dispose();
        var options = new SlackClientOptions(Workspace.BotToken)
        {
            AppToken = Workspace.App.AppToken,
            ApiBaseUrl = new Uri(Slack.ApiBaseUrl),
        };
        return Client = new SlackClient(change?.Invoke(options) ?? options, Requests, Time, Random.Shared, Log);
    }

    /// <summary>Runs the client and waits until it hears Slack on all connections.</summary>
    public async Task StartAsync(int connections = 2)
    {
        running = Client.RunAsync(Listener.HearAsync, stop.Token);
        if (connections > 0)
            await await Task.WhenAny(running, Slack.Connections.NthAsync(connections, _ => true, Cancellation));
        await Listener.FirstAsync<Seam.SlackConnected>();
    }

    public Task RunAsync() => running = Client.RunAsync(Listener.HearAsync, stop.Token);

    /// <summary>Stops the client as a host does.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Client.Dispose();
        stop.Dispose();
        await Slack.DisposeAsync();
    }
}
