namespace QuizBot.Discord.Client;

/// <summary>Time that never jumps, from 0 on.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(start);
}
