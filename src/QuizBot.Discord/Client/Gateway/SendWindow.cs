namespace QuizBot.Discord.Client.Gateway;

/// <summary>Keeps what is sent over a connection below the limit of 120 in 60 s, with room kept for heartbeats.</summary>
internal sealed class SendWindow(MonotonicClock clock)
{
    private const int MostWithoutHeartbeats = 100;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<TimeSpan> sent = [];

    /// <summary>Counts one that is about to be sent.</summary>
    /// <param name="always">Whether it is a heartbeat that is due.</param>
    /// <returns>False if it must not be sent.</returns>
    public bool TryTake(bool always)
    {
        var now = clock.Now;
        while (sent.TryPeek(out var oldest) && now - oldest >= Window)
            sent.Dequeue();
        if (!always && sent.Count >= MostWithoutHeartbeats)
            return false;
        sent.Enqueue(now);
        return true;
    }
}
