using NodaTime;

namespace QuizBot.Engine.Dailies;

/// <summary>
/// When a daily is due: one instant for each local day of the set. A local time that occurs twice counts the first time;
/// one that is skipped counts at the end of the gap, be that past midnight (23:59 in Nuuk, the night its summer begins);
/// a local day that a zone leaves out altogether has none.
/// </summary>
/// <param name="Time">The local time.</param>
/// <param name="Zone">The IANA zone.</param>
/// <param name="Days">The weekdays; not empty.</param>
public sealed record DailySchedule(LocalTime Time, DateTimeZone Zone, Weekdays Days)
{
    /// <summary>The weekdays; not empty.</summary>
    /// <exception cref="ArgumentException">It is empty: nothing would ever be due.</exception>
    public Weekdays Days { get; } = (Days & Weekdays.EveryDay) != 0
        ? Days
        : throw new ArgumentException("A schedule has a weekday.", nameof(Days));

    /// <summary>The instant of a local day, or null where the schedule has none on it.</summary>
    public Instant? On(LocalDate date)
    {
        if (!Includes(date.DayOfWeek))
            return null;
        var mapping = Zone.MapLocal(date + Time);
        if (mapping.Count > 0)
            return mapping.First().ToInstant();
        var leftOut = mapping.EarlyInterval.IsoLocalEnd <= date.AtMidnight() && mapping.LateInterval.IsoLocalStart.Date > date;
        return leftOut ? null : mapping.LateInterval.Start;
    }

    /// <summary>The next due day and instant strictly after the given instant.</summary>
    public (LocalDate Date, Instant At) After(Instant instant)
    {
        // A clock that shows a day has passed every time of the days before.
        for (var date = instant.InZone(Zone).Date; ; date = date.PlusDays(1))
        {
            if (On(date) is { } at && at > instant)
                return (date, at);
        }
    }

    /// <summary>The local day for which something is due at the given instant; where nothing is, the local day then.</summary>
    public LocalDate DateAt(Instant instant)
    {
        var (date, at) = After(instant - Duration.Epsilon);
        return at == instant ? date : instant.InZone(Zone).Date;
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
