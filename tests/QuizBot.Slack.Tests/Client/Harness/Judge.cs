namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>Counts calls as strictly as any reading of a limit: so many in any time as long as this, and evenly but for a burst.</summary>
internal sealed class Judge(int calls, TimeSpan per, int burst, Func<TimeSpan> now)
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> passed = [];
    private double tokens = burst;
    private TimeSpan at;

    public IReadOnlyList<TimeSpan> Passed
    {
        get
        {
            lock (gate)
                return [.. passed];
        }
    }

    /// <returns>How long to wait; null when the call passes.</returns>
    public TimeSpan? Enter()
    {
        lock (gate)
        {
            var time = now();
            tokens = Math.Min(burst, tokens + (time - at) / per * calls);
            at = time;
            if (tokens < 1 - 1e-6)
                return (1 - tokens) * per / calls;
            if (passed.Count >= calls && time - passed[^calls] < per)
                return per - (time - passed[^calls]);
            tokens--;
            passed.Add(time);
            return null;
        }
    }
}
