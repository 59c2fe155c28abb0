using NodaTime;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;

namespace QuizBot.Engine.Tests.Dailies;

internal static class DailyFixture
{
    public static readonly Duration Hour = Duration.FromHours(1);
    public static readonly Duration Day = Duration.FromDays(1);

    /// <summary>Monday the 23rd of November 2026, midnight UTC.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 0, 0);

    public static LocalDate November(int day) => new(2026, 11, day);

    public static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 11, day, hour, minute);

    public static DailySettings Settings(
        int hour = 9, string zone = "UTC", Duration? closeAfter = null, Weekdays days = Weekdays.EveryDay, DailyPool pool = DailyPool.Mixed) =>
        new(new DailySchedule(new LocalTime(hour, 0), DateTimeZoneProviders.Tzdb[zone], days), null, pool,
            closeAfter ?? Duration.FromHours(8), AnswerWays.Both);

    /// <summary>A daily set at midnight of <see cref="Monday"/>, due at nine each day.</summary>
    public static Daily Daily(DailySettings? settings = null)
    {
        var daily = new Daily(1);
        daily.Set(settings ?? Settings(), "admin", Monday);
        return daily;
    }

    public static (LocalDate Date, Instant At)? TakeDue(this Daily daily, Instant now) => daily.TakeDue(now, Duration.FromDays(7));
}
