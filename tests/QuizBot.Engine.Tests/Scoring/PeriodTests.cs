using CsCheck;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;
using QuizBot.Engine.Scoring;
using Period = QuizBot.Engine.Scoring.Period;

namespace QuizBot.Engine.Tests.Scoring;

public sealed class PeriodTests
{
    private static readonly Gen<LocalDate> AnyDay = Gen.Int[0, 30_000].Select(days => new LocalDate(1990, 1, 1).PlusDays(days));

    [Theory]
    [InlineData(PeriodKind.Today, "2026-11-23", "2026-11-23")]
    [InlineData(PeriodKind.Week, "2026-11-23", "2026-11-23")] // a Monday
    [InlineData(PeriodKind.Week, "2026-11-29", "2026-11-23")]
    [InlineData(PeriodKind.Week, "2027-01-01", "2026-12-28")] // across the year's end
    [InlineData(PeriodKind.Week, "2027-01-03", "2026-12-28")]
    [InlineData(PeriodKind.Week, "2027-01-04", "2027-01-04")]
    [InlineData(PeriodKind.Week, "2028-03-01", "2028-02-28")] // across a leap day
    [InlineData(PeriodKind.Month, "2028-02-29", "2028-02-01")]
    [InlineData(PeriodKind.Month, "2026-12-31", "2026-12-01")]
    [InlineData(PeriodKind.Year, "2026-12-31", "2026-01-01")]
    [InlineData(PeriodKind.Year, "2027-01-01", "2027-01-01")]
    [InlineData(PeriodKind.AllTime, "2026-11-23", "0001-01-01")]
    public void Containing_Day_BeginsAt(PeriodKind kind, string day, string start) =>
        Assert.Equal(new Period(kind, Day(start)), Period.Containing(kind, Day(day)));

    [Fact]
    public void Containing_DaysOfOnePeriod_AreInTheSame() =>
        Gen.Select(AnyDay, Gen.Int[0, 40]).Sample((day, days) =>
        {
            var other = day.PlusDays(days);
            AssertSame(PeriodKind.Today, days == 0);
            AssertSame(PeriodKind.Week, WeekYearRules.Iso.GetWeekOfWeekYear(day) == WeekYearRules.Iso.GetWeekOfWeekYear(other));
            AssertSame(PeriodKind.Month, day.Month == other.Month);
            AssertSame(PeriodKind.Year, day.Year == other.Year);
            AssertSame(PeriodKind.AllTime, true);
            void AssertSame(PeriodKind kind, bool same) =>
                Assert.Equal(same, Period.Containing(kind, day) == Period.Containing(kind, other));
        });

    [Fact]
    public void AllContaining_Day_IsOneOfEachKind() =>
        Assert.Equal(
            [PeriodKind.Today, PeriodKind.Week, PeriodKind.Month, PeriodKind.Year, PeriodKind.AllTime],
            Period.AllContaining(Day("2026-11-23")).Select(p => p.Kind));

    [Fact]
    public void Containing_UnknownKind_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Containing((PeriodKind)9, Day("2026-11-23")));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
