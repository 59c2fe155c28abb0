using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Slack;

/// <summary>The switches for what goes wrong. Those for connections take an app, or all.</summary>
public sealed class SlackFaults
{
    private readonly SlackWorld world;
    private readonly ApiServer api;

    internal SlackFaults(SlackWorld world, ApiServer api)
    {
        this.world = world;
        this.api = api;
    }

    /// <summary>Spoils calls; <see cref="RequestFault.Path"/> is the method, such as <c>chat.postMessage</c>, or <c>response_url</c>.</summary>
    public RequestFaults Requests => api.Faults;

    /// <summary>Changes the limits of calls from now on.</summary>
    public SlackRateLimits RateLimits
    {
        get => api.Limiter.Limits;
        set => api.Limiter.Limits = value;
    }

    /// <summary>How long each write to a connection takes, those that are open included.</summary>
    public TimeSpan SlowSockets
    {
        get => world.Courier.SlowBy;
        set
        {
            world.Courier.SlowBy = value;
            foreach (var connection in world.Courier.Connections())
                connection.SlowBy = value;
        }
    }

    /// <summary>The next calls of a method answer <c>ok: false</c> with a word of Slack's.</summary>
    /// <param name="done">They are carried out all the same.</param>
    public void Fail(string method, string error, int times = 1, bool done = false) => Requests.Add(new()
    {
        Kind = done ? RequestFaultKind.DoneThenRefused : RequestFaultKind.Refused,
        Path = method,
        Times = times,
        Status = 200,
        Body = $$"""{"ok":false,"error":"{{error}}"}""",
    });

    /// <summary>The next calls of a method are refused with a status, such as 503; 429 with <c>Retry-After</c>.</summary>
    public void Refuse(string method, int status, int times = 1, TimeSpan? retryAfter = null) => Requests.Add(new()
    {
        Kind = RequestFaultKind.Refused,
        Path = method,
        Times = times,
        Status = status,
        After = retryAfter ?? TimeSpan.FromSeconds(1),
    });

    /// <summary>The next calls of a method are carried out, and their answer is lost.</summary>
    public void LoseAnswer(string method, int times = 1) => Requests.Add(new() { Kind = RequestFaultKind.DoneThenDropped, Path = method, Times = times });

    /// <summary>Cuts connections without a word.</summary>
    public int DropConnections(EmulatedApp? app = null) => Each(app, connection => connection.Abort());

    /// <summary>Connections stay open, but nothing is sent on them and nothing heard any more.</summary>
    public int HalfOpenConnections(EmulatedApp? app = null) => Each(app, connection => connection.IsHalfOpen = true);

    /// <summary>Says <c>warning</c>, and closes a while later.</summary>
    public int Warn(EmulatedApp? app = null) => Each(app, connection => world.Courier.Refresh(connection, "warning"));

    /// <summary>Says <c>refresh_requested</c>, and closes a while later.</summary>
    public int RequestRefresh(EmulatedApp? app = null) => Each(app, connection => world.Courier.Refresh(connection, "refresh_requested"));

    /// <summary>Somebody switches Socket Mode off: <c>link_disabled</c>, and no new connection until <see cref="EnableLink"/>.</summary>
    public int DisableLink(EmulatedApp app)
    {
        lock (world.Gate)
            app.UsesSocketMode = false;
        return Each(app, connection =>
        {
            connection.Send(SocketMessages.Disconnect("link_disabled", app));
            connection.Close(1000);
        });
    }

    /// <summary>Socket Mode is switched on again.</summary>
    public void EnableLink(EmulatedApp app)
    {
        lock (world.Gate)
            app.UsesSocketMode = true;
    }

    /// <summary>Closes connections with a code.</summary>
    public int CloseConnections(int code, EmulatedApp? app = null) => Each(app, connection => connection.Close(code));

    /// <summary>Spoils the next deliveries of a type (<c>reaction_added</c>, <c>block_actions</c>, <c>/daily</c>), or of any.</summary>
    public void SpoilDeliveries(DeliveryFaultKind kind, string? type = null, int times = 1, TimeSpan delay = default) =>
        world.Courier.Faults.Add(kind, type, times, delay);

    /// <summary>No more deliveries are spoilt; one that was held back goes now.</summary>
    public void StopSpoilingDeliveries() => world.Courier.Faults.Clear();

    /// <summary>Sends a message as it is, which may be no envelope at all.</summary>
    public int SendText(string text, EmulatedApp? app = null) => Each(app, connection => connection.Send(text));

    /// <summary>Sends a binary message.</summary>
    public int SendBinary(ReadOnlyMemory<byte> bytes, EmulatedApp? app = null) => Each(app, connection => connection.Send(new OutgoingFrame(bytes, SocketMessageKind.Binary)));

    /// <summary>Writes bytes to connections that need not be WebSocket frames.</summary>
    public int SendRaw(ReadOnlyMemory<byte> bytes, EmulatedApp? app = null) => Each(app, connection => connection.Send(new OutgoingFrame(bytes, IsRaw: true)));

    private int Each(EmulatedApp? app, Action<SocketConnection> deed)
    {
        var connections = world.Courier.Connections(app);
        foreach (var connection in connections)
            deed(connection);
        return connections.Count;
    }
}
