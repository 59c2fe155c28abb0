namespace QuizBot.Discord.Client.Rest;

/// <summary>
/// Counts what leads to a ban of the address: 10,000 answers of 401, 403 or 429 in ten minutes. We stop at a tenth of that;
/// answers to interactions, which a member waits for, at half.
/// </summary>
internal sealed class InvalidRequests
{
    public const int Most = 1_000, MostWithInteractions = 5_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<TimeSpan> recent = [];

    /// <summary>Whether an answer counts.</summary>
    public static bool Counts(RestAnswer answer) => answer.Status switch
    {
        401 or 403 => true,
        429 => !answer.Limits.Shared && answer.Trouble is null,
        _ => false,
    };

    public void Add(TimeSpan now)
    {
        lock (gate)
        {
            Forget(now);
            if (recent.Count < MostWithInteractions)
                recent.Enqueue(now);
        }
    }

    /// <summary>How long nothing more may be sent; zero for go on.</summary>
    public TimeSpan Pause(TimeSpan now, int most)
    {
        lock (gate)
        {
            Forget(now);
            return recent.Count < most ? TimeSpan.Zero : recent.ElementAt(recent.Count - most) + Window - now;
        }
    }

    private void Forget(TimeSpan now)
    {
        while (recent.TryPeek(out var oldest) && now - oldest >= Window)
            recent.Dequeue();
    }
}
