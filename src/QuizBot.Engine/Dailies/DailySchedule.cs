using NodaTime;
using NodaTime.TimeZones;

namespace QuizBot.Engine.Dailies;

/// <summary>
/// When a daily is due: one instant for each local day of the set. A local time that occurs twice counts the first time;
/// one that is skipped counts at the end of the gap; a local day that a zone leaves out altogether has none.
/// </summary>
/// <param name="Time">The local time.</param>
/// <param name="Zone">The IANA zone.</param>
/// <param name="Days">The weekdays; not empty.</param>
public sealed record DailySchedule(LocalTime Time, DateTimeZone Zone, Weekdays Days)
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The instant of a local day, or null where the schedule has none on it.</summary>
    public Instant? On(LocalDate date)
    {
        if (!Includes(date.DayOfWeek))
            return null;
        var resolved = Zone.ResolveLocal(date + Time, Resolver);
        return resolved.Date == date ? resolved.ToInstant() : null;
    }

    /// <summary>The next due day and instant strictly after the given instant.</summary>
    public (LocalDate Date, Instant At) After(Instant instant)
    {
        // A gap can move an instant past midnight but never a day back, so the day before suffices as a start.
        for (var date = instant.InZone(Zone).Date.PlusDays(-1); ; date = date.PlusDays(1))
        {
            if (On(date) is { } at && at > instant)
                return (date, at);
        }
    }

    /// <summary>All due days and instants strictly after the given instant, without end.</summary>
    public IEnumerable<(LocalDate Date, Instant At)> AllAfter(Instant instant)
    {
        while (true)
        {
            var next = After(instant);
            yield return next;
            instant = next.At;
        }
    }

    private bool Includes(IsoDayOfWeek day) => Days.HasFlag((Weekdays)(1 << ((int)day - 1)));
}
