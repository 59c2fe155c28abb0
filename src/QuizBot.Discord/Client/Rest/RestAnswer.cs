namespace QuizBot.Discord.Client.Rest;

/// <summary>What came of a call.</summary>
/// <param name="Status">The HTTP status; 0 where there was no answer.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="Limits">What the answer says of rate limits.</param>
internal sealed record RestAnswer(int Status, byte[] Body, RateLimits Limits)
{
    /// <summary>What went wrong on the way; null where there was an answer.</summary>
    public string? Trouble { get; init; }

    /// <summary>The request certainly did not reach Discord.</summary>
    public bool NeverSent { get; init; }

    /// <summary>It, or an attempt before it, may have been carried out although it failed.</summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>An attempt before this one may have been carried out.</summary>
    public bool Repeated { get; init; }

    /// <summary>What went wrong, for the log.</summary>
    public string Why => Trouble ?? "status " + Status;

    public bool IsDone => Status is >= 200 and < 300;

    public static RestAnswer Failed(string trouble, bool neverSent) =>
        new(0, [], default) { Trouble = trouble, NeverSent = neverSent, MayHaveHappened = !neverSent };

    public static RestAnswer NotNow(string why, TimeSpan wait) =>
        new(429, [], new RateLimits { RetryAfter = wait }) { Trouble = why, NeverSent = true };
}
