using NodaTime;

namespace QuizBot.Game.Places;

internal static class Clock
{
    /// <summary>The present in whole microseconds, which is what the database keeps.</summary>
    public static Instant Now(this TimeProvider time) =>
        Instant.FromUnixTimeTicks((time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10 * 10);

    public static long Microseconds(this Instant instant) => instant.ToUnixTimeTicks() / 10;
}
