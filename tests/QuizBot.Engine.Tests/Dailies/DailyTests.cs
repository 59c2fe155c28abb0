using NodaTime;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using static QuizBot.Engine.Tests.Dailies.DailyFixture;

namespace QuizBot.Engine.Tests.Dailies;

public sealed class DailyTests
{
    [Fact]
    public void TakeDue_BeforeItsTime_IsNothing()
    {
        var daily = Daily();
        Assert.Null(daily.TakeDue(At(23, 8, 59)));
        Assert.Equal((At(23, 9), null, null), (daily.NextDue, daily.LastDate, daily.Missed));
    }

    [Fact]
    public void TakeDue_AtItsTime_IsTodayOnce()
    {
        var daily = Daily();
        Assert.Equal((November(23), At(23, 9)), daily.TakeDue(At(23, 9)));
        Assert.Null(daily.TakeDue(At(23, 9)));
        Assert.Equal((At(24, 9), November(23)), (daily.NextDue, daily.LastDate));
    }

    [Fact]
    public void TakeDue_AfterThreeDaysDown_IsTheLatestAndTheOthersAreMissed()
    {
        var daily = Daily();
        Assert.Equal((November(25), At(25, 9)), daily.TakeDue(At(25, 16, 59)));
        Assert.Equal(["2026-11-23", "2026-11-24"], daily.TellMissed());
        Assert.Empty(daily.TellMissed());
        Assert.Equal(At(26, 9), daily.NextDue);
    }

    [Fact]
    public void TakeDue_WhenEvenTheLatestWouldBeClosed_IsNothingAndAllAreMissed()
    {
        var daily = Daily();
        Assert.Null(daily.TakeDue(At(25, 17)));
        Assert.Equal(["2026-11-23", "2026-11-24", "2026-11-25"], daily.TellMissed());
        Assert.Equal((At(26, 9), null), (daily.NextDue, daily.LastDate));
    }

    [Fact]
    public void TakeDue_LaterThanAllowed_IsMissed()
    {
        var onTime = Daily();
        Assert.NotNull(onTime.TakeDue(At(23, 11), 2 * Hour));
        var late = Daily();
        Assert.Null(late.TakeDue(At(23, 11) + Duration.Epsilon, 2 * Hour));
        Assert.Equal(["2026-11-23"], late.TellMissed());
    }

    [Fact]
    public void TakeDue_CloseAfterAWeek_StillIsOneQuestionADay()
    {
        var daily = Daily(Settings(closeAfter: 7 * Day));
        Assert.Equal(November(25), daily.TakeDue(At(25, 10))?.Date);
        Assert.Null(daily.TakeDue(At(25, 11)));
        Assert.Equal(["2026-11-23", "2026-11-24"], daily.TellMissed());
    }

    [Fact]
    public void TakeDue_TenYearsDown_TellsOfTheLastMonth()
    {
        var daily = Daily(Settings(zone: "Europe/Dublin"));
        Assert.Equal(new LocalDate(2036, 11, 23), daily.TakeDue(Instant.FromUtc(2036, 11, 23, 9, 0))?.Date);
        var missed = daily.TellMissed();
        Assert.Equal((31, "2036-10-23", "2036-11-22"), (missed.Count, missed[0], missed[^1]));
        Assert.Equal(Instant.FromUtc(2036, 11, 24, 9, 0), daily.NextDue);
    }

    [Fact]
    public void TakeDue_SkippedTimeThatIsDuePastMidnight_IsTheDayBeforesAndTheDayHasItsOwn()
    {
        var schedule = new DailySchedule(new LocalTime(23, 59), DateTimeZoneProviders.Tzdb["America/Nuuk"], Weekdays.EveryDay);
        var daily = new Daily(1);
        daily.Set(Settings() with { Schedule = schedule }, "admin", Instant.FromUtc(2026, 3, 28, 12, 0));
        Assert.Equal(new LocalDate(2026, 3, 28), daily.TakeDue(Instant.FromUtc(2026, 3, 29, 1, 0))?.Date);
        Assert.Equal(new LocalDate(2026, 3, 29), daily.TakeDue(Instant.FromUtc(2026, 3, 30, 0, 59))?.Date);
    }

    [Fact]
    public void TakeDue_RulesOfTheZoneChangedMeanwhile_IsStillTodays()
    {
        // What was stored by other rules is due at no instant of today's: the daily was set in a zone an hour ahead.
        var daily = Daily(Settings(zone: "Africa/Algiers"));
        typeof(Daily).GetProperty(nameof(Engine.Dailies.Daily.Zone))!.SetValue(daily, "Africa/Cairo");
        Assert.Equal((November(23), At(23, 8)), daily.TakeDue(At(23, 8)));
        Assert.Equal((November(24), At(24, 7)), daily.TakeDue(At(24, 7)));
    }

    [Fact]
    public void Pause_ThenResume_MakesUpForNothing()
    {
        var daily = Daily();
        daily.Pause("the channel is archived");
        Assert.Equal((null, "the channel is archived"), (daily.NextDue, daily.PausedBecause));
        Assert.Null(daily.TakeDue(At(25, 12)));
        daily.Resume(At(25, 12));
        Assert.Equal((At(26, 9), null, null), (daily.NextDue, daily.PausedBecause, daily.Missed));
    }

    [Fact]
    public void Set_PausedDaily_RunsAgain()
    {
        var daily = Daily();
        daily.Pause("no permission");
        daily.Set(Settings(hour: 10), "other", At(23, 12));
        Assert.Equal((At(24, 10), null, "other"), (daily.NextDue, daily.PausedBecause, daily.SetBy));
    }

    [Theory]
    [InlineData(DailyPool.Graded, "GGGGGGGGGGGG")]
    [InlineData(DailyPool.Open, "OOOOOOOOOOOO")]
    [InlineData(DailyPool.Mixed, "GGGGOGGGGOGG")]
    public void CountPost_EachPool_IsItsMix(DailyPool pool, string expected)
    {
        var daily = Daily(Settings(pool: pool));
        var posts = Enumerable.Range(0, expected.Length).Select(_ => daily.CountPost()).ToList();
        Assert.Equal(Enumerable.Range(1, expected.Length), posts.Select(p => p.Number));
        Assert.Equal(expected, string.Concat(posts.Select(p => p.Pool == QuestionPool.Open ? 'O' : 'G')));
    }

    [Fact]
    public void TakeBack_LastPost_IsCountedAgain()
    {
        var daily = Daily();
        daily.CountPost();
        var (number, _) = daily.CountPost();
        daily.TakeBack(number - 1);
        Assert.Equal(2, daily.Posted);
        daily.TakeBack(number);
        Assert.Equal(number, daily.CountPost().Number);
    }

    [Fact]
    public void Miss_SameDateTwice_IsToldOnce()
    {
        var daily = Daily();
        daily.Miss(November(20));
        daily.Miss(November(20));
        daily.Miss(November(21));
        Assert.Equal(["2026-11-20", "2026-11-21"], daily.TellMissed());
    }
}
