namespace QuizBot.Discord.Client.Rest;

/// <summary>What is tried again: what certainly did not happen, and what may happen twice.</summary>
internal static class RestRetry
{
    /// <summary>Tries after the first, when Discord or the way there is broken, and when it says 429.</summary>
    public const int MostFailures = 4, MostRefusals = 5;

    /// <summary>Discord enforces a nonce for some minutes; what may have happened is not repeated after these.</summary>
    public static readonly TimeSpan RepeatWithin = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromSeconds(8);

    /// <summary>Counts a failed attempt.</summary>
    /// <returns>How long to wait before the next; null for no more.</returns>
    public static TimeSpan? After(RestRequest request, RestAnswer answer, TimeSpan age, Jitter jitter)
    {
        if (answer.Status == 429)
            return ++request.Refusals <= MostRefusals ? answer.Limits.RetryAfter : null;
        if (answer.Trouble is null && answer.Status < 500)
            return null;
        request.MayHaveHappened |= !answer.NeverSent;
        if (request.MayHaveHappened && (!request.Route.Repeatable || age > RepeatWithin))
            return null;
        return ++request.Failures <= MostFailures ? jitter.Backoff(request.Failures, First, Longest) : null;
    }
}
