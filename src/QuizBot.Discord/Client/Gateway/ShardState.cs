using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>What of a shard outlives its connections.</summary>
internal sealed class ShardState(int number, int total, MonotonicClock clock)
{
    private volatile bool ready;
    private long readyAt = -1;

    public int Number { get; } = number;

    public int Total { get; } = total;

    public GuildRoster Guilds { get; } = new();

    /// <summary>Whether it is heard at this moment.</summary>
    public bool IsReady
    {
        get => ready;
        set
        {
            if (value)
                Volatile.Write(ref readyAt, clock.Now.Ticks);
            ready = value;
        }
    }

    /// <summary>For how long the last connection has been heard; zero if it never was.</summary>
    public TimeSpan TakeReadyFor()
    {
        var at = Interlocked.Exchange(ref readyAt, -1);
        return at < 0 ? TimeSpan.Zero : clock.Now - TimeSpan.FromTicks(at);
    }
}
