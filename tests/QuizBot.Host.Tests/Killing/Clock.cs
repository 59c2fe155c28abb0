namespace QuizBot.Host.Tests.Killing;

internal static class Clock
{
    /// <summary>Microseconds since 1970, as both databases keep them.</summary>
    public static long Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
