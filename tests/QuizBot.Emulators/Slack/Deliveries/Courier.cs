using System.Text.Json;
using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>Brings deliveries to the app, over its connections or to its URLs, and again where they were not acknowledged.</summary>
internal sealed class Courier : IDisposable
{
    private readonly SlackWorld world;
    private readonly HttpCourier http;
    private readonly Dictionary<Guid, Pending> pending = [];
    private readonly Queue<(DateTimeOffset At, Guid Envelope)> deadlines = new();
    private readonly ITimer clock;
    private readonly HashSet<ITimer> waits = [];

    public Courier(SlackWorld world)
    {
        this.world = world;
        http = new(world, this);
        Faults = new(world);
        Records = new();
        Deliveries = new() { IsKept = world.Options.KeepsRecords };
        clock = world.Time.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Single-use entries to Socket Mode.</summary>
    public Dictionary<string, EmulatedApp> Tickets { get; } = [];

    public Journal<ConnectionRecord> Records { get; }

    public Journal<EmulatedDelivery> Deliveries { get; }

    public DeliveryFaults Faults { get; }

    public HttpCourier Http => http;

    /// <summary>What new connections begin with.</summary>
    public TimeSpan SlowBy { get; set; }

    public IReadOnlyList<SocketConnection> Connections(EmulatedApp? app = null)
    {
        lock (world.Gate)
            return [.. world.Apps.Where(one => app is null || one == app).SelectMany(one => one.Connections)];
    }

    public void Add(EmulatedApp app, SocketConnection connection)
    {
        lock (world.Gate)
        {
            connection.SlowBy = SlowBy;
            var open = app.Connections.Count(one => !one.IsClosing) + 1;
            if (!app.UsesSocketMode)
            {
                connection.Send(SocketMessages.Disconnect("link_disabled", app));
                connection.Close(1000);
            }
            else if (open > world.Options.ConnectionsPerApp)
            {
                connection.Send(SocketMessages.Disconnect("too_many_websockets", app, open));
                connection.Close(1000);
            }
            else
                connection.Send(SocketMessages.Hello(app, open));
            app.Connections.Add(connection);
            Records.Add(connection.Record);
        }
    }

    public void Remove(EmulatedApp app, SocketConnection connection)
    {
        lock (world.Gate)
            app.Connections.Remove(connection);
    }

    /// <summary>Tells an app to come anew, and ends the connection a while later.</summary>
    public void Refresh(SocketConnection connection, string reason)
    {
        connection.Send(SocketMessages.Disconnect(reason, connection.Record.App));
        Later(world.Options.RefreshGrace, () => connection.Close(1000));
    }

    public void Send(EmulatedDelivery delivery)
    {
        lock (world.Gate)
        {
            Deliveries.Add(delivery);
            Faults.Pass(delivery, Attempt);
        }
    }

    public void Acknowledge(SocketConnection connection, string envelope, JsonElement? payload)
    {
        lock (world.Gate)
        {
            if (!Guid.TryParse(envelope, out var id) || !pending.Remove(id, out var waiting))
            {
                connection.Record.StrayAcknowledgements++;
                return;
            }
            connection.Record.Acknowledgements++;
            if (waiting.IgnoresAcknowledgement)
                pending.Add(id, waiting);
            else
                Acknowledged(waiting.Delivery, waiting.Attempt, payload);
        }
    }

    public void Acknowledged(EmulatedDelivery delivery, DeliveryAttempt attempt, JsonElement? payload)
    {
        delivery.Acknowledge(attempt, payload);
        if (!world.Options.KeepsRecords)
            delivery.Forget();
    }

    /// <summary>An attempt failed; the next is due, or there is none.</summary>
    public void Failed(EmulatedDelivery delivery, DeliveryAttempt attempt, string reason, bool again = true)
    {
        if (!delivery.Outcome.IsCompleted)
            Repeat(delivery, attempt, reason, again);
        attempt.End(acknowledged: false);
    }

    private void Repeat(EmulatedDelivery delivery, DeliveryAttempt attempt, string reason, bool again)
    {
        if (!again || delivery.Kind != DeliveryKind.Event || attempt.Retry >= world.Options.Retries.Count)
        {
            delivery.End(DeliveryState.Failed);
            return;
        }
        Later(world.Options.Retries[attempt.Retry], () =>
        {
            lock (world.Gate)
                Attempt(delivery, attempt.Retry + 1, reason, default);
        });
    }

    public void Dispose()
    {
        lock (world.Gate)
        {
            clock.Dispose();
            foreach (var wait in waits)
                wait.Dispose();
            foreach (var waiting in pending.Values)
                waiting.Delivery.End(DeliveryState.Failed);
            pending.Clear();
        }
        http.Dispose();
    }

    public void Later(TimeSpan after, Action what)
    {
        if (after <= TimeSpan.Zero)
        {
            what();
            return;
        }
        ITimer? timer = null;
        lock (world.Gate)
        {
            timer = world.Time.CreateTimer(_ =>
            {
                lock (world.Gate)
                {
                    waits.Remove(timer!);
                    timer!.Dispose();
                }
                what();
            }, null, after, Timeout.InfiniteTimeSpan);
            waits.Add(timer);
        }
    }

    private void Attempt(EmulatedDelivery delivery, int retry, string reason, AttemptFault fault)
    {
        var app = delivery.Workspace.App;
        var attempt = new DeliveryAttempt(retry, reason, world.Now);
        delivery.AttemptsUnguarded.Add(attempt);
        if (!app.UsesSocketMode)
        {
            http.Send(delivery, attempt, fault);
            return;
        }
        var connection = fault.IsLost ? null : Next(app, fault.NotOn);
        if (connection is null && delivery.Kind != DeliveryKind.Event && !fault.IsLost)
        {
            // The member is told at once that the app did not respond.
            delivery.End(DeliveryState.Failed);
            return;
        }
        var envelope = new Envelope(Guid.NewGuid(), delivery.Kind, delivery.Kind != DeliveryKind.Event, retry, reason);
        attempt.EnvelopeId = envelope.Id.ToString();
        attempt.Connection = connection?.Record.Number;
        pending.Add(envelope.Id, new(delivery, attempt, fault.IgnoresAcknowledgement));
        deadlines.Enqueue((world.Now + world.Options.Deadline, envelope.Id));
        if (deadlines.Count == 1)
            clock.Change(world.Options.Deadline, Timeout.InfiniteTimeSpan);
        connection?.Send(new OutgoingFrame(delivery.PayloadBytes) { Envelope = envelope });
    }

    private static SocketConnection? Next(EmulatedApp app, int? notOn)
    {
        var connections = app.Connections;
        SocketConnection? second = null;
        for (var i = 0; i < connections.Count; i++)
        {
            var one = connections[(app.Turn + i) % connections.Count];
            if (one.IsClosing)
                continue;
            if (one.Record.Number == notOn)
            {
                second = one;
                continue;
            }
            app.Turn += i + 1;
            return one;
        }
        return second;
    }

    private void Expire()
    {
        lock (world.Gate)
        {
            var now = world.Now;
            while (deadlines.TryPeek(out var first) && first.At <= now)
            {
                deadlines.Dequeue();
                if (pending.Remove(first.Envelope, out var waiting))
                    Failed(waiting.Delivery, waiting.Attempt, "timeout");
            }
            // What was acknowledged long ago needs no clock.
            while (deadlines.TryPeek(out var next) && !pending.ContainsKey(next.Envelope))
                deadlines.Dequeue();
            if (deadlines.TryPeek(out var coming))
                clock.Change(coming.At - now, Timeout.InfiniteTimeSpan);
        }
    }

    private readonly record struct Pending(EmulatedDelivery Delivery, DeliveryAttempt Attempt, bool IgnoresAcknowledgement);
}
