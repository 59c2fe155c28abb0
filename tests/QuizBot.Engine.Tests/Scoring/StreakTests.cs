using CsCheck;
using QuizBot.Engine.Scoring;

namespace QuizBot.Engine.Tests.Scoring;

public sealed class StreakTests
{
    private static readonly Gen<int[]> Numbers = Gen.Int[1, 20].Array[0, 15];

    [Fact]
    public void Answered_InOrderWithRepeats_IsWhatRecountSays() =>
        Numbers.Sample(numbers =>
        {
            var streak = new Streak(1, 2);
            Assert.All(numbers.Order(), number => Assert.True(streak.Answered(number)));
            AssertRecounted(numbers, streak);
        });

    [Fact]
    public void Answered_AnyOrder_SaysWhenOnlyRecountKnows() =>
        Numbers.Sample(numbers =>
        {
            var streak = new Streak(1, 2);
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!streak.Answered(numbers[i]))
                    streak.Recount(numbers[..(i + 1)]);
                AssertRecounted(numbers[..(i + 1)], streak);
            }
        });

    [Fact]
    public void Recount_AnyNumbers_IsTheRunsCountedByHand() =>
        Numbers.Sample(numbers =>
        {
            var streak = new Streak(1, 2);
            streak.Answered(99);
            streak.Recount(numbers);
            var answered = numbers.ToHashSet();
            int Run(int last) => Enumerable.Range(0, last).TakeWhile(i => answered.Contains(last - i)).Count();
            Assert.Equal(numbers.DefaultIfEmpty().Max(), streak.Last);
            Assert.Equal(Run(streak.Last), streak.Length);
            Assert.Equal(numbers.Select(Run).DefaultIfEmpty().Max(), streak.Best);
        });

    [Fact]
    public void Answered_AfterAGap_BeginsAgainAndKeepsTheBest()
    {
        var streak = new Streak(1, 2);
        foreach (var number in new[] { 1, 2, 3, 5 })
            streak.Answered(number);
        Assert.Equal((1, 3, 5), (streak.Length, streak.Best, streak.Last));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(7, 3)] // the eighth is open, and answered
    [InlineData(8, 3)]
    [InlineData(9, 0)]
    public void Standing_OnceAQuestionClosed_IsTheRunOrNothing(int lastClosed, int standing)
    {
        var streak = new Streak(1, 2);
        streak.Recount([6, 7, 8]);
        Assert.Equal(standing, streak.Standing(lastClosed));
    }

    private static void AssertRecounted(int[] numbers, Streak streak)
    {
        var afresh = new Streak(1, 2);
        afresh.Recount(numbers);
        Assert.Equal((afresh.Length, afresh.Best, afresh.Last), (streak.Length, streak.Best, streak.Last));
    }
}
