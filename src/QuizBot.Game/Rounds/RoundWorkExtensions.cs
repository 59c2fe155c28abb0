using NodaTime;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Deadlines;

namespace QuizBot.Game.Rounds;

internal static class RoundWorkExtensions
{
    /// <summary>Claims what is outstanding, unless somebody's claim still holds.</summary>
    public static bool TryClaim(this Round round, Instant now, Duration hold)
    {
        if (round.RetryAt is not { } due || due > now)
            return false;
        round.Claim(now + hold);
        return true;
    }

    /// <summary>Claims a round that is still to be posted for longer, if the claim is as this process made it.</summary>
    public static bool TryRenew(this Round round, Instant? claimed, Instant until)
    {
        if (round.Status != RoundStatus.Posting || round.RetryAt is null || round.RetryAt != claimed)
            return false;
        round.Claim(until);
        return true;
    }

    public static bool TryAgainAfter(this Round round, ChatFailure failure, Instant now)
    {
        if (round.RetryAt is null)
            return false;
        round.TryAgainAt(Backoff.After(now, round.Failures, failure));
        return true;
    }
}
