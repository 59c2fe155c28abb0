using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Discord;

/// <summary>The switches for what goes wrong.</summary>
public sealed class DiscordFaults
{
    private readonly DiscordWorld world;
    private readonly RestServer rest;

    internal DiscordFaults(DiscordWorld world, RestServer rest)
    {
        this.world = world;
        this.rest = rest;
    }

    /// <summary>Spoils requests.</summary>
    public RequestFaults Requests => rest.Faults;

    /// <summary>Changes the limits of requests from now on.</summary>
    public RateLimits RateLimits
    {
        get => rest.Limiter.Limits;
        set => rest.Limiter.Limits = value;
    }

    /// <summary>How long each write to a connection takes, those that are open included.</summary>
    public TimeSpan SlowGateway
    {
        get => world.Hub.SlowBy;
        set
        {
            world.Hub.SlowBy = value;
            foreach (var connection in world.Hub.Connections)
                connection.SlowBy = value;
        }
    }

    /// <summary>Cuts every connection without a word. Sessions stay and can be resumed.</summary>
    public int DropConnections() => Each(connection => connection.Abort());

    /// <summary>Connections stay open, but nothing is sent on them and nothing heard any more.</summary>
    public int HalfOpenConnections() => Each(connection => connection.IsHalfOpen = true);

    /// <summary>Asks every connection to reconnect (opcode 7).</summary>
    public int AskReconnect() => Each(connection => connection.Send(Payloads.Reconnect));

    /// <summary>Declares every session invalid (opcode 9); those that are not resumable are over.</summary>
    public int InvalidateSessions(bool resumable)
    {
        var told = Each(connection =>
        {
            // From here on the connection holds no session: it may resume or identify without being reopened.
            connection.Release(world.Time.GetUtcNow());
            connection.Send(Payloads.InvalidSession(resumable));
        });
        if (!resumable)
            world.Hub.End();
        return told;
    }

    /// <summary>Ends all sessions without a word: who resumes later must start anew.</summary>
    public void ForgetSessions() => world.Hub.End();

    /// <summary>Wants a heartbeat at once (opcode 1).</summary>
    public int AskHeartbeat() => Each(connection => connection.Send(Payloads.HeartbeatWanted));

    /// <summary>Closes every connection with a code.</summary>
    public int CloseConnections(int code) => Each(connection => connection.Close(code));

    /// <summary>Spoils the next events of a name, or of any.</summary>
    public void SpoilEvents(EventFaultKind kind, string? name = null, int times = 1, TimeSpan delay = default) =>
        world.Hub.Faults.Add(kind, name, times, delay);

    /// <summary>No more events are spoilt; one that was held back comes now.</summary>
    public void StopSpoilingEvents() => world.Hub.Faults.Clear();

    /// <summary>Sends a payload as it is, which may be no payload at all.</summary>
    public int SendText(string payload) => Each(connection => connection.Send(System.Text.Encoding.UTF8.GetBytes(payload)));

    /// <summary>Sends a binary message without compressing it: garbage for who inflates, and for who expects text.</summary>
    public int SendBinary(ReadOnlyMemory<byte> bytes) => Each(connection => connection.Send(new Outgoing(bytes, Kind: SocketMessageKind.Binary)));

    /// <summary>Writes bytes to the connection that need not be WebSocket frames.</summary>
    public int SendRaw(ReadOnlyMemory<byte> bytes) => Each(connection => connection.Send(new Outgoing(bytes, IsRaw: true)));

    /// <summary>Sends an event that does not exist, or one with data that does not fit its name.</summary>
    public int SendEvent(string name, string json)
    {
        using var data = System.Text.Json.JsonDocument.Parse(json);
        var what = GatewayEvent.Of(name, data.RootElement, static (writer, element) => element.WriteTo(writer));
        return Each(connection => connection.Session?.Dispatch(what));
    }

    /// <summary>Begins an outage of a guild: the gateway says that it is unavailable, and requests for it get 503.</summary>
    public Delivery Outage(EmulatedGuild guild)
    {
        lock (world.Gate)
        {
            var delivery = world.Events.GuildDeleted(guild, unavailable: true);
            guild.IsUnavailable = true;
            return delivery;
        }
    }

    /// <summary>The guild is back.</summary>
    public Delivery EndOutage(EmulatedGuild guild)
    {
        lock (world.Gate)
        {
            guild.IsUnavailable = false;
            return world.Events.GuildCreated(guild);
        }
    }

    private int Each(Action<GatewayConnection> deed)
    {
        var connections = world.Hub.Connections;
        foreach (var connection in connections)
            deed(connection);
        return connections.Count;
    }
}
