namespace QuizBot.Slack.Client.Web;

/// <summary>Lets each call of a workspace wait until Slack's limits allow it. A caller enters, sends, and leaves.</summary>
internal sealed class CallPacer : IDisposable
{
    /// <summary>Calls under way at once.</summary>
    public const int Most = 32;

    /// <summary>Calls that may wait.</summary>
    public const int MostWaiting = 32_768;

    private readonly TimeProvider time;
    private readonly Func<string, MethodLimit> limits;
    private readonly long start;
    private readonly ITimer clock;
    private readonly Lock gate = new();
    private readonly Dictionary<string, CallLane> byMethod = [];
    private readonly List<CallLane> lanes = [];
    private int underWay;
    private int turn;

    /// <param name="time">The time.</param>
    /// <param name="limits">Each method's limit.</param>
    public CallPacer(TimeProvider time, Func<string, MethodLimit> limits)
    {
        this.time = time;
        this.limits = limits;
        start = time.GetTimestamp();
        clock = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Calls under way now.</summary>
    public int UnderWay
    {
        get
        {
            lock (gate)
                return underWay;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits for the call's turn.</summary>
    /// <param name="call">The call.</param>
    /// <param name="again">Whether it had its turn before, and so goes first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if too many wait.</returns>
    public async ValueTask<bool> EnterAsync(PacedCall call, bool again, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (lanes.Sum(l => l.Waiting) >= MostWaiting)
                return false;
            Lane(call.Method).Add(call, again, Now);
        }

        Pump();
        using var given = cancellation.UnsafeRegister((_, token) => GiveUp(call, token), null);
        await call.Turn.Task;
        return true;
    }

    /// <summary>The call was answered, or gave up waiting for that.</summary>
    public void Leave(PacedCall call)
    {
        lock (gate)
        {
            underWay--;
            Lane(call.Method).Answer(call, Now);
        }

        Pump();
    }

    /// <summary>The call was refused for a while; it may enter again.</summary>
    public void Refuse(PacedCall call, TimeSpan wait)
    {
        call.Turn = PacedCall.NewTurn();
        lock (gate)
        {
            underWay--;
            Lane(call.Method).Refuse(call, wait, Now);
        }

        Pump();
    }

    public void Dispose() => clock.Dispose();

    private void Pump()
    {
        lock (gate)
        {
            var now = Now;
            while (underWay < Most && Next(now) is { } call)
            {
                underWay++;
                call.Turn.TrySetResult();
            }

            TimeSpan? wake = null;
            if (underWay < Most)
                foreach (var lane in lanes)
                    if (lane.WakeAt(now) is { } at && !(wake <= at))
                        wake = at;
            // Timers know whole milliseconds, and must not be early.
            clock.Change(wake is { } then ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (then - now).TotalMilliseconds))) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void GiveUp(PacedCall call, CancellationToken token)
    {
        lock (gate)
            if (!Lane(call.Method).Remove(call))
                return;
        call.Turn.TrySetCanceled(token);
    }

    private PacedCall? Next(TimeSpan now)
    {
        for (var ofClass = 0; ofClass < 2; ofClass++)
            for (var i = 0; i < lanes.Count; i++)
                if (lanes[(turn + i) % lanes.Count].Take(ofClass, now) is { } call)
                {
                    turn = (turn + i + 1) % lanes.Count;
                    return call;
                }

        return null;
    }

    private CallLane Lane(string method)
    {
        if (!byMethod.TryGetValue(method, out var lane))
        {
            byMethod[method] = lane = new CallLane(limits(method));
            lanes.Add(lane);
        }

        return lane;
    }
}
