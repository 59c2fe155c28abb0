using CsCheck;
using NodaTime;
using NodaTime.Text;
using QuizBot.Engine.Dailies;

namespace QuizBot.Engine.Tests.Dailies;

public sealed class DailyScheduleTests
{
    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00:00Z")] // a gap: at its end
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z")] // twice: the first
    [InlineData("Europe/Berlin", "09:00", "2026-03-29", "2026-03-29T07:00:00Z")]
    [InlineData("Europe/Berlin", "09:00", "2026-10-25", "2026-10-25T08:00:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z")]
    [InlineData("Europe/Dublin", "01:30", "2026-03-29", "2026-03-29T01:00:00Z")] // its winter is the exception
    [InlineData("Europe/Dublin", "01:30", "2026-10-25", "2026-10-25T00:30:00Z")]
    [InlineData("Africa/Casablanca", "02:30", "2026-02-15", "2026-02-15T01:30:00Z")] // Ramadan
    [InlineData("Africa/Casablanca", "02:30", "2026-03-22", "2026-03-22T02:00:00Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00Z")] // half an hour
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30:00Z")]
    [InlineData("America/Santiago", "00:00", "2026-09-06", "2026-09-06T04:00:00Z")] // the day begins at 01:00
    [InlineData("America/Nuuk", "23:59", "2026-03-28", "2026-03-29T01:00:00Z")] // 23:00 is midnight
    [InlineData("America/Nuuk", "23:59", "2026-03-29", "2026-03-30T00:59:00Z")]
    [InlineData("Asia/Kolkata", "09:00", "2028-02-29", "2028-02-29T03:30:00Z")] // leap day
    [InlineData("Pacific/Apia", "09:00", "2011-12-29", "2011-12-29T19:00:00Z")]
    [InlineData("Pacific/Apia", "09:00", "2011-12-30", null)] // the day Samoa left out
    [InlineData("Pacific/Apia", "00:00", "2011-12-30", null)]
    [InlineData("Pacific/Apia", "23:59", "2011-12-30", null)]
    [InlineData("Pacific/Apia", "00:00", "2011-12-31", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Kwajalein", "12:00", "1993-08-21", null)]
    public void On_LocalDay_IsOneInstantOrNone(string zone, string time, string date, string? expected)
    {
        var schedule = Schedule(zone, time);
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var instant = expected is null ? (Instant?)null : InstantPattern.General.Parse(expected).Value;
        Assert.Equal(instant, schedule.On(day));
        if (instant is { } at)
            Assert.Equal((day, at), schedule.After(at - Duration.Epsilon));
    }

    [Fact]
    public void AllAfter_DayThatAZoneLeavesOut_GoesFromTheDayBeforeToTheDayAfter()
    {
        var dates = Schedule("Pacific/Apia", "09:00").AllAfter(Instant.FromUtc(2011, 12, 28, 0, 0)).Take(4).Select(d => d.Date.Day);
        Assert.Equal([28, 29, 31, 1], dates);
    }

    [Fact]
    public void After_DueInstant_IsTheNextAndNotItself()
    {
        var schedule = Schedule("UTC", "09:00");
        var at = Instant.FromUtc(2026, 11, 23, 9, 0);
        Assert.Equal(at + Duration.FromDays(1), schedule.After(at).At);
        Assert.Equal(at, schedule.After(at - Duration.Epsilon).At);
    }

    [Fact]
    public void AllAfter_AnyDays_AreThoseDaysAndNoOthers() =>
        Gen.Select(Gen.Int[1, 127], Gen.Int[0, 20_000]).Sample((days, start) =>
        {
            var schedule = new DailySchedule(new LocalTime(9, 0), DateTimeZone.Utc, (Weekdays)days);
            var after = NodaConstants.UnixEpoch + Duration.FromDays(start);
            var until = new LocalDate(1970, 1, 1).PlusDays(start + 28);
            var expected = Enumerable.Range(0, 28).Select(i => until.PlusDays(i - 28))
                .Where(d => ((days >> ((int)d.DayOfWeek - 1)) & 1) == 1);
            Assert.Equal(expected, schedule.AllAfter(after).Select(d => d.Date).TakeWhile(d => d < until));
        });

    [Theory]
    [InlineData(Weekdays.WorkingDays, 5)]
    [InlineData(Weekdays.Weekend, 2)]
    [InlineData(Weekdays.EveryDay, 7)]
    public void AllAfter_NamedDays_AreSoManyAWeek(Weekdays days, int count)
    {
        var schedule = new DailySchedule(LocalTime.Noon, DateTimeZone.Utc, days);
        var monday = Instant.FromUtc(2026, 11, 23, 0, 0);
        Assert.Equal(count, schedule.AllAfter(monday).TakeWhile(d => d.At < monday + Duration.FromDays(7)).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    public void Schedule_WithoutAWeekday_Throws(int days) =>
        Assert.Throws<ArgumentException>(() => new DailySchedule(LocalTime.Noon, DateTimeZone.Utc, (Weekdays)days));

    [Fact]
    public void DateAt_InstantOfNoSchedule_IsTheLocalDayThen()
    {
        var schedule = Schedule("Pacific/Auckland", "09:00");
        Assert.Equal(new LocalDate(2026, 11, 24), schedule.DateAt(Instant.FromUtc(2026, 11, 23, 15, 0)));
    }

    [Fact]
    public void DateAt_PastMidnightForTheDayBefore_IsTheDayBefore() =>
        Assert.Equal(new LocalDate(2026, 3, 28), Schedule("America/Nuuk", "23:59").DateAt(Instant.FromUtc(2026, 3, 29, 1, 0)));

    private static DailySchedule Schedule(string zone, string time) =>
        new(LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(time).Value, DateTimeZoneProviders.Tzdb[zone], Weekdays.EveryDay);
}
