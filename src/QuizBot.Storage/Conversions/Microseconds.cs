using NodaTime;

namespace QuizBot.Storage.Conversions;

/// <summary>Instants as whole microseconds since 1970.</summary>
public static class Microseconds
{
    /// <summary>The microseconds of an instant; what is finer is dropped.</summary>
    public static long Of(Instant instant) => instant.ToUnixTimeTicks() / 10;

    /// <summary>The instant of these microseconds.</summary>
    public static Instant ToInstant(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);
}
