namespace QuizBot.Discord.Client.Rest;

/// <summary>What the calls of one kind take at the least, of late.</summary>
internal sealed class RoundTrips
{
    private static readonly TimeSpan Epoch = TimeSpan.FromSeconds(30);

    /// <summary>Before so many are known, the shortest of them may be far from the least.</summary>
    private const int Enough = 50;

    private TimeSpan current = TimeSpan.MaxValue, before = TimeSpan.MaxValue, ends;
    private int known;

    /// <summary>Adds one.</summary>
    /// <returns>The shortest of the last 30 to 60 seconds; zero while too little is known.</returns>
    public TimeSpan Add(TimeSpan took, TimeSpan now)
    {
        if (now >= ends)
        {
            var recent = now - ends < Epoch;
            known = recent ? known : 0;
            before = recent ? current : TimeSpan.MaxValue;
            current = TimeSpan.MaxValue;
            ends = now + Epoch;
        }

        if (took < current)
            current = took;
        if (++known < Enough)
            return TimeSpan.Zero;
        return current < before ? current : before;
    }
}
