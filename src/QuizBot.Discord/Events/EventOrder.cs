namespace QuizBot.Discord.Events;

/// <summary>Gives each event a moment of its own, in microseconds since 1970, later than that of every event before it.</summary>
internal sealed class EventOrder(TimeProvider time)
{
    private long _last;

    public long Next()
    {
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var last = Volatile.Read(ref _last);
        while (true)
        {
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) is var seen && seen == last)
                return next;
            last = seen;
        }
    }
}
