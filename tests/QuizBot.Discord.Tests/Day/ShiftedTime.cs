namespace QuizBot.Discord.Tests.Day;

/// <summary>The real clock, set to whichever hour a test wants; its timers run as the real ones do.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _shift));

    /// <summary>Sets the clock; never back.</summary>
    public void SetTo(DateTimeOffset now) => Volatile.Write(ref _shift, (now - System.GetUtcNow()).Ticks);
}
