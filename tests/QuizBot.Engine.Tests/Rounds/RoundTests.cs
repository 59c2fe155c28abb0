using NodaTime;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Testing.Builders;

namespace QuizBot.Engine.Tests.Rounds;

public sealed class RoundTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Closes = Due + Duration.FromHours(8);
    private static readonly Instant Soon = Due + Duration.FromSeconds(2);

    // Each step, and the statuses in which it may be taken.
    private static readonly (string Name, Action<Round> Take, RoundStatus[] From)[] Steps =
    [
        ("Open", r => r.Open("m", Soon), [RoundStatus.Posting]),
        ("Fail", r => r.Fail(), [RoundStatus.Posting]),
        ("Furnish", r => r.Furnish(null), [RoundStatus.Open, RoundStatus.Closing, RoundStatus.Closed]),
        ("BeginClosing", r => r.BeginClosing(Closes), [RoundStatus.Open]),
        ("EndClosing", r => r.EndClosing("reveal"), [RoundStatus.Closing]),
    ];

    public static TheoryData<string, RoundStatus> StepsAndStatuses()
    {
        var data = new TheoryData<string, RoundStatus>();
        foreach (var step in Steps)
        {
            foreach (var status in Enum.GetValues<RoundStatus>())
                data.Add(step.Name, status);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(StepsAndStatuses))]
    public void Step_FromAnyStatus_IsTakenOrThrowsAndChangesNothing(string name, RoundStatus from)
    {
        var round = In(from);
        var (_, take, allowed) = Steps.Single(s => s.Name == name);
        var before = (round.Status, round.RetryAt, round.Closed, round.RevealId, round.MessageId, round.Furnished);
        if (allowed.Contains(from))
        {
            take(round);
            return;
        }

        Assert.Throws<InvalidOperationException>(() => take(round));
        Assert.Equal(before, (round.Status, round.RetryAt, round.Closed, round.RevealId, round.MessageId, round.Furnished));
    }

    [Fact]
    public void Round_FromPostingToClosed_KnowsAtEachStepWhatIsOutstanding()
    {
        var round = ADailyRound();
        Assert.Equal((RoundStatus.Posting, Due), (round.Status, round.RetryAt));
        round.Open("m1", Soon);
        Assert.Equal((RoundStatus.Open, "m1", Soon, Closes, Due), (round.Status, round.MessageId, round.Opened, round.Closes, round.RetryAt));
        round.Furnish("t1");
        Assert.Equal((true, "t1", null), (round.Furnished, round.ThreadId, round.RetryAt));
        round.BeginClosing(Closes + Duration.FromMinutes(1));
        Assert.Equal((RoundStatus.Closing, Closes, Closes + Duration.FromMinutes(1)), (round.Status, round.Closed, round.RetryAt));
        round.EndClosing("r1");
        Assert.Equal((RoundStatus.Closed, "r1", null), (round.Status, round.RevealId, round.RetryAt));
    }

    [Fact]
    public void BeginClosing_AheadOfItsTime_IsClosedThen()
    {
        var round = In(RoundStatus.Open);
        round.BeginClosing(Soon);
        Assert.Equal(Soon, round.Closed);
    }

    [Fact]
    public void Open_WithALaterClose_HasThatClose()
    {
        var round = Round.ForQuiz(1, 2, 3, AQuestion.Choice(), 4, "0011223344556677", Due, Due + Duration.FromSeconds(20));
        round.Open("m", Soon, Soon + Duration.FromSeconds(20));
        Assert.Equal((Soon + Duration.FromSeconds(20), AnswerWays.Buttons, 2L, 3), (round.Closes, round.Ways, round.QuizId, round.Number));
    }

    [Fact]
    public void Furnish_OnceItCloses_LeavesTheRevealOutstanding()
    {
        var round = In(RoundStatus.Closing);
        round.Furnish("t1");
        Assert.Equal((Closes, "t1"), (round.RetryAt, round.ThreadId));
    }

    [Fact]
    public void TryAgainAt_WhatIsOutstanding_IsCountedUntilItGoesWell()
    {
        var round = ADailyRound();
        round.TryAgainAt(Soon);
        round.TryAgainAt(Closes);
        Assert.Equal((2, Closes), (round.Failures, round.RetryAt));
        round.Claim(Soon);
        Assert.Equal((2, Soon), (round.Failures, round.RetryAt));
        round.Open("m", Soon);
        Assert.Equal(0, round.Failures);
    }

    [Theory]
    [InlineData(RoundStatus.Closed)]
    [InlineData(RoundStatus.Failed)]
    public void TryAgainAt_NothingOutstanding_StaysSo(RoundStatus status)
    {
        var round = In(status);
        round.TryAgainAt(Closes);
        round.Claim(Closes);
        Assert.Equal((0, null), (round.Failures, round.RetryAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Round_ThatClosesBeforeItIsDue_Throws(int seconds) =>
        Assert.Throws<ArgumentException>(() => Round.ForQuiz(
            1, 2, 1, AQuestion.Choice(), 4, "0011223344556677", Due, Due + Duration.FromSeconds(seconds)));

    [Fact]
    public void Choices_EveryKind_AreThoseShownAndTheRightOneIsWhereItStands()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var choice = With(AQuestion.Choice(right: "R", wrong: ["x", "y", "z"]), seed);
            Assert.Equal(["R", "x", "y", "z"], choice.Choices.Order());
            Assert.Equal("R", choice.Choices[choice.RightChoice]);
            Assert.Equal(["True", "False"], With(AQuestion.TrueFalse(), seed).Choices);
        }

        Assert.Equal((0, 1), (With(AQuestion.TrueFalse(answer: true)).RightChoice, With(AQuestion.TrueFalse(answer: false)).RightChoice));
        foreach (var question in new[] { AQuestion.Typed(wrong: ["prefetch_related"]), AQuestion.Open() })
            Assert.Equal((0, -1), (With(question).Choices.Count, With(question).RightChoice));
    }

    private static Round ADailyRound() => With(AQuestion.Choice());

    private static Round With(Question question, int seed = 1) => Round.ForDaily(
        1, 2, new LocalDate(2026, 11, 23), 3, question, seed, "0011223344556677", Due, Closes, AnswerWays.Both, null);

    private static Round In(RoundStatus status)
    {
        var round = ADailyRound();
        if (status == RoundStatus.Failed)
            round.Fail();
        if (status is RoundStatus.Open or RoundStatus.Closing or RoundStatus.Closed)
            round.Open("m", Soon);
        if (status is RoundStatus.Closing or RoundStatus.Closed)
            round.BeginClosing(Closes);
        if (status == RoundStatus.Closed)
            round.EndClosing(null);
        return round;
    }
}
