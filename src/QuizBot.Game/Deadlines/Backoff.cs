using NodaTime;
using QuizBot.Chat;

namespace QuizBot.Game.Deadlines;

internal static class Backoff
{
    /// <summary>How long a claim on outstanding work holds.</summary>
    public static readonly Duration Claim = Duration.FromMinutes(2);

    /// <summary>How long one piece of work may take: it is over before a claim made at its beginning runs out.</summary>
    public static readonly Duration LongestWork = Duration.FromSeconds(60);

    private static readonly Duration Longest = Duration.FromMinutes(5);

    /// <summary>When to try again: the platform's own advice, else 1 s doubled for each failure, up to 5 minutes.</summary>
    public static Instant After(Instant now, int failures, ChatFailure failure) =>
        now + (failure.RetryAfter is { } advice
            ? Duration.FromTimeSpan(advice)
            : Duration.Min(Longest, Duration.FromSeconds(1 << Math.Min(failures, 10))));
}
