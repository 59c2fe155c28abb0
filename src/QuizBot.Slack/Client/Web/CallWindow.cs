namespace QuizBot.Slack.Client.Web;

/// <summary>
/// Which calls of one method a limit still allows. A call counts from when it is sent until its answer is as old as the limit's
/// time: it arrived at Slack somewhere between, so Slack never counts more than we do. Knows no clock; its owner locks.
/// </summary>
internal sealed class CallWindow(MethodLimit limit)
{
    private readonly Queue<TimeSpan> answered = [];
    private int underWay;
    private double burst = limit.Burst;
    private TimeSpan burstAt;
    private TimeSpan pausedUntil;

    // After a refusal: evenly, and by and by as before.
    private bool isEven;
    private TimeSpan easeAt;
    private int refusals;

    /// <summary>How many calls are spread over the limit's time; fewer than the limit's after Slack refused some.</summary>
    public int Allowed { get; private set; } = limit.Calls;

    /// <summary>Since when a call may go; null where that hangs on an answer to come.</summary>
    public TimeSpan? ReadyAt(TimeSpan now)
    {
        Refresh(now);
        var over = answered.Count + underWay - limit.Calls;
        if (over >= answered.Count)
            return null;
        var at = over < 0 ? now : answered.ElementAt(over) + limit.Per;
        var fromBurst = burst >= 1 ? now : burstAt + (1 - burst) * limit.Per / Allowed;
        return Max(Max(at, fromBurst), pausedUntil);
    }

    public void Send()
    {
        underWay++;
        burst--;
    }

    public void Answer(TimeSpan now)
    {
        underWay--;
        answered.Enqueue(now);
    }

    /// <summary>
    /// Slack refused one that by the limit it should not have. When the time it gives is over calls go evenly, and after a long time
    /// no more of them than it let through; by and by as before.
    /// </summary>
    public void Refuse(TimeSpan now, TimeSpan wait, bool isOfChannel)
    {
        underWay--;
        if (isOfChannel)
            return;
        Refresh(now);
        if (pausedUntil <= now)
        {
            isEven = true;
            refusals++;
            if (wait > limit.Per / 4)
                Allowed = Math.Clamp(answered.Count, 1, Allowed);
        }

        pausedUntil = burstAt = Max(pausedUntil, now + wait);
        burst = 1;
        easeAt = pausedUntil + limit.Per * Math.Pow(2, Math.Min(refusals - 1, 6));
    }

    private void Refresh(TimeSpan now)
    {
        while (answered.TryPeek(out var oldest) && oldest + limit.Per <= now)
            answered.Dequeue();
        if (now > burstAt)
        {
            burst = Math.Min(isEven ? 1 : limit.Burst, burst + (now - burstAt) / limit.Per * Allowed);
            burstAt = now;
        }

        while (isEven && easeAt <= now)
        {
            easeAt += limit.Per;
            isEven = Allowed < limit.Calls;
            Allowed = Math.Min(limit.Calls, Allowed + Math.Max(1, limit.Calls / 20));
            if (!isEven)
                refusals = 0;
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
