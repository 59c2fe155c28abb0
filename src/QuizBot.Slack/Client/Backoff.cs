namespace QuizBot.Slack.Client;

/// <summary>How long to wait after so many failures: any time up to a bound that doubles, so that many clients do not return at once.</summary>
internal sealed class Backoff(Random random, TimeSpan first, TimeSpan longest)
{
    private readonly Lock gate = new();

    /// <param name="failures">Failures in a row before this, from 0.</param>
    public TimeSpan After(int failures)
    {
        var bound = first * Math.Pow(2, Math.Min(failures, 30));
        lock (gate)
            return (bound < longest ? bound : longest) * random.NextDouble();
    }
}
