using NodaTime;
using NodaTime.TimeZones;
using QuizBot.Engine.Dailies;

namespace QuizBot.Engine.Tests.Dailies;

public sealed class DailyScheduleZonesTests
{
    private static readonly LocalDate First = new(2024, 1, 1);
    private static readonly LocalDate Last = new(2034, 12, 31);

    // Aliases are the same zones; every one that is not is here.
    public static TheoryData<string, string> Zones()
    {
        var data = new TheoryData<string, string>();
        foreach (var region in TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().GroupBy(id => id.Split('/')[0]))
            data.Add(region.Key, string.Join(' ', region.Order()));
        return data;
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void After_EveryZoneAndDayOfElevenYears_IsOneInstantADay(string region, string zones)
    {
        Assert.All(zones.Split(' '), id => Assert.StartsWith(region, id, StringComparison.Ordinal));
        foreach (var id in zones.Split(' '))
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var (hour, minute) in new[] { (0, 0), (1, 30), (2, 30), (9, 0), (23, 59) })
                OneInstantADay(zone, new LocalTime(hour, minute));
        }
    }

    private static void OneInstantADay(DateTimeZone zone, LocalTime time)
    {
        var schedule = new DailySchedule(time, zone, Weekdays.EveryDay);
        var instant = zone.AtStartOfDay(First).ToInstant() - Duration.Epsilon;
        for (var date = First; date <= Last; date = date.PlusDays(1))
        {
            if (!Exists(date, zone))
                continue;
            var (due, at) = schedule.After(instant);
            Assert.True(date == due && at == Expected(date, time, zone) && at == schedule.On(date) && at > instant, $"{zone.Id} {date} {time}");
            Assert.True(schedule.DateAt(at) == date, $"{zone.Id} {date} {time}");
            instant = at;
        }
    }

    private static bool Exists(LocalDate date, DateTimeZone zone)
    {
        var gap = zone.MapLocal(date + LocalTime.Noon);
        return gap.Count > 0 || zone.MapLocal(date.AtMidnight()).Count > 0 || zone.MapLocal(date.At(LocalTime.MaxValue)).Count > 0;
    }

    // Walks the zone's offsets instead of asking for a local time: the first moment at which the clock shows it, or has passed it.
    private static Instant Expected(LocalDate date, LocalTime time, DateTimeZone zone)
    {
        var local = date + time;
        foreach (var interval in zone.GetZoneIntervals(
            local.InUtc().ToInstant() - Duration.FromDays(2), local.InUtc().ToInstant() + Duration.FromDays(2)))
        {
            var shown = local.WithOffset(interval.WallOffset).ToInstant();
            if (interval.HasEnd && shown >= interval.End)
                continue;
            return interval.HasStart ? Instant.Max(shown, interval.Start) : shown;
        }

        throw new InvalidOperationException($"{zone.Id} has no {local}.");
    }
}
