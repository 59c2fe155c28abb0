namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>Spoils the next events of a name.</summary>
internal sealed class EventFaults(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];
    private (GatewaySession Session, GatewayEvent Event)? held;

    public void Add(EventFaultKind kind, string? name, int times, TimeSpan delay)
    {
        lock (gate)
            waiting.Add(new(kind, name, delay) { Left = times });
    }

    public void Clear()
    {
        lock (gate)
            waiting.Clear();
        Release();
    }

    public Delivery Pass(GatewaySession session, GatewayEvent what)
    {
        Fault? fault;
        lock (gate)
        {
            if (waiting.Count == 0 && held is null)
                return session.Dispatch(what);
            fault = waiting.Find(one => one.Name is null || one.Name == what.Name);
            if (fault is not null && --fault.Left <= 0)
                waiting.Remove(fault);
        }
        switch (fault?.Kind)
        {
            case EventFaultKind.Duplicated:
                session.Dispatch(what);
                return session.Dispatch(what);
            case EventFaultKind.Delayed:
                Delay(session, what, fault.Delay);
                return default;
            case EventFaultKind.Reordered when held is null:
                held = (session, what);
                return default;
            case EventFaultKind.Lost:
                return default;
            default:
                var delivery = session.Dispatch(what);
                Release();
                return delivery;
        }
    }

    private void Release()
    {
        if (held is not { } one)
            return;
        held = null;
        one.Session.Dispatch(one.Event);
    }

    private void Delay(GatewaySession session, GatewayEvent what, TimeSpan delay)
    {
        ITimer? timer = null;
        timer = time.CreateTimer(_ =>
        {
            session.Dispatch(what);
            timer?.Dispose();
        }, null, delay, Timeout.InfiniteTimeSpan);
    }

    private sealed record Fault(EventFaultKind Kind, string? Name, TimeSpan Delay)
    {
        public int Left { get; set; }
    }
}
