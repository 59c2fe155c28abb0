namespace QuizBot.Discord.Client.Rest;

/// <summary>How many calls of a kind are left for a channel or guild, as Discord last said. Nothing is known at first.</summary>
internal sealed class RateBucket
{
    // Discord tells milliseconds, cut off; a timer may be early by as little.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan SameWindow = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Recheck = TimeSpan.FromMilliseconds(50);

    private int limit, left, flying;
    private TimeSpan reset;
    private bool renewed = true;

    /// <summary>Whether there is anything worth remembering.</summary>
    public bool IsIdle(TimeSpan now) => flying == 0 && now >= reset;

    /// <summary>When the next call may be sent; not after <paramref name="now"/> if now.</summary>
    public TimeSpan ReadyAt(TimeSpan now)
    {
        if (limit == 0)
            return reset;
        if (now >= reset && (!renewed || (left == 0 && flying == 0)))
        {
            left = limit;
            renewed = true;
        }

        if (left > 0)
            return now;
        // A new window has begun and been used up by calls of which none is answered yet.
        return now >= reset ? now + Recheck : reset;
    }

    public void Take()
    {
        flying++;
        if (left > 0)
            left--;
    }

    /// <summary>A call came back, whatever came of it.</summary>
    public void Return() => flying--;

    /// <summary>An answer told the state of this bucket; its call has been returned.</summary>
    public void Learn(in RateLimits limits, TimeSpan now)
    {
        if (limits.Limit == 0)
            return;
        var at = now + limits.ResetAfter + Margin;
        var told = Math.Max(0, limits.Remaining - flying);
        // Answers of one window may overtake each other: then the smaller number is nearer the truth.
        left = !renewed && (at - reset).Duration() < SameWindow ? Math.Min(left, told) : told;
        limit = limits.Limit;
        reset = at;
        renewed = false;
    }

    /// <summary>Discord said 429.</summary>
    public void Block(TimeSpan until)
    {
        if (until > reset)
            reset = until;
        left = 0;
        renewed = false;
    }
}
