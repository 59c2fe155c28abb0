using System.Security.Cryptography;
using System.Text.Json;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Recording;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>The sessions of the bot, and who hears what.</summary>
internal sealed class GatewayHub(DiscordWorld world)
{
    private static readonly TimeSpan IdentifyWindow = TimeSpan.FromSeconds(5);

    private readonly List<GatewaySession> sessions = [];
    private readonly List<GatewayConnection> connections = [];
    private readonly Dictionary<int, DateTimeOffset> identified = [];
    private readonly EventFaults faults = new(world.Time);

    public Journal<GatewayConnectionRecord> Records { get; } = new();

    public StartLimit StartLimit { get; } = new(world);

    public EventFaults Faults => faults;

    /// <summary>What new connections begin with.</summary>
    public TimeSpan SlowBy { get; set; }

    public IReadOnlyList<GatewayConnection> Connections
    {
        get
        {
            lock (connections)
                return [.. connections];
        }
    }

    public void Add(GatewayConnection connection)
    {
        lock (connections)
            connections.Add(connection);
        connection.SlowBy = SlowBy;
        Records.Add(connection.Record);
    }

    public void Remove(GatewayConnection connection)
    {
        lock (connections)
            connections.Remove(connection);
    }

    /// <summary>To every session that covers the guild and asked for such events.</summary>
    public Delivery Dispatch(ulong? guild, Intents needed, GatewayEvent what) => Dispatch(guild, needed, _ => what);

    public Delivery Dispatch(ulong? guild, Intents needed, Func<GatewaySession, GatewayEvent> what)
    {
        lock (world.Gate)
        {
            var delivery = default(Delivery);
            foreach (var session in sessions)
                if (!session.IsOver && (session.Intents & needed) == needed && session.Covers(guild))
                    delivery = delivery.And(faults.Pass(session, what(session)));
            return delivery;
        }
    }

    public void Identify(GatewayConnection connection, JsonElement data)
    {
        lock (world.Gate)
        {
            var identify = IdentifyRequest.Read(data, world);
            if (identify.Refusal is { } code)
            {
                connection.Close(code);
                return;
            }
            if (!MayIdentify(identify.Shard))
            {
                connection.Send(Payloads.InvalidSession(resumable: false));
                return;
            }
            if (!StartLimit.Take())
            {
                // Discord resets the token of a bot that starts a thousand times a day.
                End();
                connection.Close(CloseCode.AuthenticationFailed);
                return;
            }
            sessions.RemoveAll(session => session.IsOver || IsExpired(session));
            var session = new GatewaySession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), identify.Shard, identify.Shards, identify.Intents, world.Options);
            sessions.Add(session);
            Hold(connection, session);
            session.Attach(connection, 0);
            var guilds = world.Guilds.Values.Where(guild => guild.Bot is not null && session.Covers(guild.Id)).ToList();
            session.Dispatch(Payloads.Ready(session, world, guilds));
            if (session.Intents.HasFlag(Intents.Guilds))
                GuildPacer.Start(world, session, connection, guilds);
        }
    }

    public void Resume(GatewayConnection connection, JsonElement data)
    {
        lock (world.Gate)
        {
            if (Text(data, "token") is not { } token || Text(data, "session_id") is not { } id
                || !data.TryGetProperty("seq", out var seq) || !seq.IsWhole(out var seen))
            {
                connection.Close(CloseCode.DecodeError);
                return;
            }
            if (!world.IsToken(token))
            {
                connection.Close(CloseCode.AuthenticationFailed);
                return;
            }
            var session = sessions.Find(one => one.Id == id && !one.IsOver && !IsExpired(one));
            if (session is null)
            {
                connection.Send(Payloads.InvalidSession(resumable: false));
                return;
            }
            connection.Record.IsResumed = true;
            Hold(connection, session);
            var refusal = session.Attach(connection, seen);
            if (refusal is null)
                session.Dispatch(Payloads.Resumed);
            else
            {
                connection.Record.IsResumed = false;
                connection.Session = null;
                if (refusal is not 0)
                    connection.Close(refusal.Value);
                else
                    connection.Send(Payloads.InvalidSession(resumable: false));
            }
        }
    }

    /// <summary>Ends all sessions: none can be resumed.</summary>
    public void End()
    {
        lock (world.Gate)
        {
            foreach (var session in sessions)
                session.IsOver = true;
            sessions.Clear();
        }
    }

    private static void Hold(GatewayConnection connection, GatewaySession session)
    {
        connection.Session = session;
        connection.Record.SessionId = session.Id;
        connection.Record.Shard = session.Shard;
        connection.Record.Shards = session.Shards;
        connection.Record.Intents = session.Intents;
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private bool IsExpired(GatewaySession session) =>
        session.AbandonedAt is { } at && world.Time.GetUtcNow() - at > world.Options.SessionLifetime;

    /// <summary>One identify each five seconds for every bucket of shards.</summary>
    private bool MayIdentify(int shard)
    {
        var now = world.Time.GetUtcNow();
        var bucket = shard % world.Options.MaxConcurrency;
        if (world.Options.LimitsIdentify && identified.TryGetValue(bucket, out var last) && now - last < IdentifyWindow)
            return false;
        identified[bucket] = now;
        return true;
    }
}
