namespace QuizBot.Discord.Client;

/// <summary>Chance, for many threads.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock gate = new();

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        lock (gate)
            return random.NextDouble();
    }

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * Next());

    /// <summary>Exponential backoff with full jitter.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    /// <param name="first">The most after the first.</param>
    /// <param name="most">The most ever.</param>
    public TimeSpan Backoff(int failures, TimeSpan first, TimeSpan most)
    {
        var ceiling = first * Math.Pow(2, Math.Min(failures - 1, 30));
        return (ceiling < most ? ceiling : most) * Next();
    }
}
