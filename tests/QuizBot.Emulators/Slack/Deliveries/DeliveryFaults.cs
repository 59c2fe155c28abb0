namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>Spoils the next deliveries of a type. Guarded by the world's lock.</summary>
internal sealed class DeliveryFaults(SlackWorld world)
{
    private readonly List<Fault> waiting = [];
    private Action? held;

    public delegate void Attempt(EmulatedDelivery delivery, int retry, string reason, AttemptFault fault);

    public void Add(DeliveryFaultKind kind, string? type, int times, TimeSpan delay)
    {
        lock (world.Gate)
            waiting.Add(new(kind, type, delay) { Left = times });
    }

    public void Clear()
    {
        lock (world.Gate)
        {
            waiting.Clear();
            Release();
        }
    }

    public void Pass(EmulatedDelivery delivery, Attempt attempt)
    {
        var fault = waiting.Count == 0 ? null : waiting.Find(one => one.Type is null || one.Type == delivery.Type);
        if (fault is not null && --fault.Left <= 0)
            waiting.Remove(fault);
        switch (fault?.Kind)
        {
            case DeliveryFaultKind.Duplicated:
                attempt(delivery, 0, "", default);
                attempt(delivery, 0, "", new(NotOn: delivery.AttemptsUnguarded[^1].Connection));
                break;
            case DeliveryFaultKind.Tripled:
                for (var i = 0; i < 3; i++)
                    attempt(delivery, 0, "", default);
                break;
            case DeliveryFaultKind.Reordered when held is null:
                held = () => attempt(delivery, 0, "", default);
                return;
            case DeliveryFaultKind.Delayed:
                world.Courier.Later(fault.Delay, () =>
                {
                    lock (world.Gate)
                        attempt(delivery, 0, "", default);
                });
                return;
            case DeliveryFaultKind.Lost:
                attempt(delivery, 0, "", new(IsLost: true));
                break;
            case DeliveryFaultKind.LateAcknowledgement:
                attempt(delivery, 0, "", new(IgnoresAcknowledgement: true));
                break;
            default:
                attempt(delivery, 0, "", default);
                break;
        }
        Release();
    }

    private void Release()
    {
        var one = held;
        held = null;
        one?.Invoke();
    }

    private sealed record Fault(DeliveryFaultKind Kind, string? Type, TimeSpan Delay)
    {
        public int Left { get; set; }
    }
}
