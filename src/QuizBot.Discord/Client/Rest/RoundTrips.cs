namespace QuizBot.Discord.Client.Rest;

/// <summary>What the calls of one kind take at the least, of late.</summary>
internal sealed class RoundTrips
{
    private static readonly TimeSpan Epoch = TimeSpan.FromSeconds(30);

    private TimeSpan current = TimeSpan.MaxValue, before = TimeSpan.MaxValue, ends;

    /// <summary>Adds one.</summary>
    /// <returns>The shortest of the last 30 to 60 seconds.</returns>
    public TimeSpan Add(TimeSpan took, TimeSpan now)
    {
        if (now >= ends)
        {
            before = now - ends < Epoch ? current : TimeSpan.MaxValue;
            current = TimeSpan.MaxValue;
            ends = now + Epoch;
        }

        if (took < current)
            current = took;
        return current < before ? current : before;
    }
}
