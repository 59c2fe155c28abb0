using CsCheck;
using NodaTime;
using QuizBot.Engine.Dailies;
using static QuizBot.Engine.Tests.Dailies.DailyFixture;

namespace QuizBot.Engine.Tests.Dailies;

/// <summary>Whatever is done to a daily, no local date gets a second question, and none is told as missed that had one.</summary>
public sealed class DailyOneADayTests
{
    private static readonly string[] Zones =
        ["UTC", "Europe/Dublin", "America/Los_Angeles", "Pacific/Auckland", "Pacific/Apia", "America/Nuuk", "Australia/Lord_Howe"];

    private static readonly Gen<DailySettings> AnySettings = Gen.Select(
        Gen.Int[0, 23], Gen.OneOf(Zones), Gen.Int[1, 7 * 24], Gen.Int[1, 127],
        (hour, zone, close, days) => Settings(hour, zone, close * Hour, (Weekdays)days));

    // Mostly onwards; sometimes the clock is set back, and sometimes the bot was down.
    private static readonly Gen<Duration> AnyStep = Gen.Frequency(
        (6, Gen.Int[0, 30].Select(hours => hours * Hour)), (1, Gen.Int[1, 48].Select(hours => -hours * Hour)),
        (1, Gen.Int[2, 60].Select(days => days * Day)));

    [Fact]
    public void Daily_WhateverHappens_PostsADateOnceAndOnwards() =>
        Gen.Select(AnySettings, Gen.Select(AnyStep, Gen.Int[0, 9], AnySettings).Array[1, 60]).Sample((settings, steps) =>
        {
            var daily = Daily(settings);
            var now = Monday;
            var posted = new List<LocalDate>();
            foreach (var (step, what, other) in steps)
            {
                now += step;
                var date = what switch
                {
                    0 => Do(() => daily.Set(other, "admin", now)),
                    1 => Do(() => daily.Pause("a test")),
                    2 => Do(() => daily.Resume(now)),
                    3 => daily.TakeNow(now),
                    _ => daily.TakeDue(now)?.Date,
                };
                if (date is { } taken)
                    posted.Add(taken);
                Assert.True(what < 4 || daily.NextDue is null || daily.NextDue > now);
                Assert.Empty((daily.Missed ?? "").Split(' ').Intersect(posted.Select(p => p.ToString("yyyy-MM-dd", null))));
            }

            Assert.All(posted.Zip(posted.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        });

    [Fact]
    public void TakeDue_EveryMinuteOrSeldom_EachDateIsPostedOrMissedOnce() =>
        Gen.Select(AnySettings, Gen.Int[0, 100].Array[1, 60]).Sample((settings, steps) =>
        {
            var daily = Daily(settings);
            var now = Monday;
            var accounted = new List<LocalDate>();
            foreach (var hours in steps)
            {
                now += hours * Hour;
                var due = daily.TakeDue(now);
                accounted.AddRange(daily.TellMissed().Select(m => NodaTime.Text.LocalDatePattern.Iso.Parse(m).Value));
                if (due is { } post)
                {
                    Assert.True(post.At <= now && now < post.At + settings.CloseAfter);
                    accounted.Add(post.Date);
                }
            }

            Assert.Equal(settings.Schedule.AllAfter(Monday).TakeWhile(d => d.At <= now).Select(d => d.Date), accounted);
        });

    [Fact]
    public void TakeNow_AheadOfItsTime_IsNotAskedAgainAtItsTime()
    {
        var daily = Daily();
        Assert.Equal(November(23), daily.TakeNow(At(23, 8)));
        Assert.Null(daily.TakeNow(At(23, 8)));
        Assert.Null(daily.TakeDue(At(23, 9)));
        Assert.Equal(November(24), daily.TakeDue(At(24, 9))?.Date);
        Assert.Null(daily.TakeNow(At(24, 10)));
        Assert.Empty(daily.TellMissed());
    }

    [Fact]
    public void TakeNow_BeforeTheOverdueWasTaken_TakesTodayAndTellsOfTheDaysBefore()
    {
        var daily = Daily();
        Assert.Equal(November(25), daily.TakeNow(At(25, 9, 30)));
        Assert.Equal(["2026-11-23", "2026-11-24"], daily.TellMissed());
        Assert.Null(daily.TakeDue(At(25, 9, 31)));
        Assert.Equal(At(26, 9), daily.NextDue);
    }

    [Fact]
    public void TakeNow_AfterTodaysWasMissed_IsNotMissedAnyMore()
    {
        var daily = Daily(Settings(closeAfter: Hour));
        Assert.Null(daily.TakeDue(At(23, 12)));
        Assert.Equal(November(23), daily.TakeNow(At(23, 12)));
        Assert.Empty(daily.TellMissed());
    }

    [Fact]
    public void TakeNow_OnADayThatHasNone_IsThatDayAndTheNextIsAsSet()
    {
        var daily = Daily(Settings(days: Weekdays.Tuesday));
        Assert.Equal(November(23), daily.TakeNow(At(23, 12)));
        Assert.Equal(November(24), daily.TakeDue(At(24, 9))?.Date);
    }

    [Fact]
    public void TakeNow_WhilePaused_IsTodayAndItStaysPaused()
    {
        var daily = Daily();
        daily.Pause("a test");
        Assert.Equal(November(23), daily.TakeNow(At(23, 12)));
        Assert.Null(daily.NextDue);
        daily.Resume(At(23, 8));
        Assert.Equal(At(24, 9), daily.NextDue);
    }

    [Fact]
    public void Set_LaterTimeOnADayTaken_IsForTheNextDay()
    {
        var daily = Daily();
        daily.TakeDue(At(23, 9));
        daily.Set(Settings(hour: 15), "admin", At(23, 10));
        Assert.Equal(At(24, 15), daily.NextDue);
    }

    [Fact]
    public void Set_LaterTimeOnADayNotTaken_IsForToday()
    {
        var daily = Daily();
        daily.Set(Settings(hour: 15), "admin", At(23, 10));
        Assert.Equal(November(23), daily.TakeDue(At(23, 15))?.Date);
        Assert.Empty(daily.TellMissed());
    }

    [Fact]
    public void Set_LaterTimeAfterTodaysWasMissed_IsForTodayAndNotMissed()
    {
        var daily = Daily(Settings(closeAfter: Hour));
        daily.TakeDue(At(23, 12));
        daily.Set(Settings(hour: 15), "admin", At(23, 12));
        Assert.Equal(November(23), daily.TakeDue(At(23, 15))?.Date);
        Assert.Empty(daily.TellMissed());
    }

    [Fact]
    public void Set_ZoneWhereItIsStillYesterday_TakesNeitherDateAgain()
    {
        // 21:00 UTC: the 24th in Auckland, and taken; the 23rd in Los Angeles, where it was taken a day ago.
        var daily = Daily(Settings(zone: "Pacific/Auckland"));
        Assert.Equal(November(23), daily.TakeNow(At(23, 1)));
        Assert.Equal(November(24), daily.TakeDue(At(23, 20))?.Date);
        daily.Set(Settings(hour: 15, zone: "America/Los_Angeles"), "admin", At(23, 21));
        Assert.Null(daily.TakeNow(At(23, 22)));
        Assert.Equal(Instant.FromUtc(2026, 11, 25, 23, 0), daily.NextDue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(48)]
    public void TakeDue_ClockSetBack_TakesNothingTwice(int hours)
    {
        var daily = Daily();
        for (var day = 23; day <= 26; day++)
            Assert.NotNull(daily.TakeDue(At(day, 9)));
        var back = At(26, 9) - hours * Hour;
        Assert.Null(daily.TakeDue(back));
        daily.Resume(back);
        Assert.Equal(At(27, 9), daily.NextDue);
    }

    private static LocalDate? Do(Action action)
    {
        action();
        return null;
    }
}
