using NodaTime;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Quizzes;

namespace QuizBot.Engine.Tests.Quizzes;

public sealed class QuizTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Later = Now + Duration.FromSeconds(30);

    [Fact]
    public void Quiz_Started_WaitsForItsFirstRound()
    {
        var quiz = AQuiz(3);
        Assert.Equal(("models", Difficulty.Easy, 3, 20), (quiz.Category, quiz.Difficulty, quiz.Rounds, quiz.Seconds));
        Assert.Equal((QuizStatus.Running, 0, Later, true), (quiz.Status, quiz.Begun, quiz.NextStep, quiz.HasNext));
        Assert.Equal(("0011223344556677o", "0011223344556677b"), (quiz.OpeningKey, quiz.BoardKey));
    }

    [Fact]
    public void Reschedule_WhereAStepIsDue_MovesItAlone()
    {
        var quiz = AQuiz(2);
        quiz.Reschedule(Later + Duration.FromSeconds(1));
        Assert.Equal(Later + Duration.FromSeconds(1), quiz.NextStep);
        quiz.BeginRound();
        quiz.Reschedule(Later);
        Assert.Null(quiz.NextStep);
    }

    [Fact]
    public void BeginRound_UntilTheLast_CountsAndThenThrows()
    {
        var quiz = AQuiz(2);
        Assert.Equal(1, quiz.BeginRound());
        Assert.Null(quiz.NextStep);
        quiz.EndRound(anyone: true, Later);
        Assert.Equal((Later, true), (quiz.NextStep, quiz.HasNext));
        Assert.Equal(2, quiz.BeginRound());
        quiz.EndRound(anyone: true, Later);
        Assert.False(quiz.HasNext);
        Assert.Throws<InvalidOperationException>(() => quiz.BeginRound());
    }

    [Fact]
    public void EndRound_AnsweredOrNot_CountsTheSilentInARow()
    {
        var quiz = AQuiz(5);
        foreach (var (anyone, silent) in new[] { (false, 1), (false, 2), (true, 0), (false, 1) })
        {
            quiz.BeginRound();
            quiz.EndRound(anyone, Later);
            Assert.Equal(silent, quiz.Silent);
        }
    }

    [Fact]
    public void CutShort_BetweenRounds_IsDueForItsBoard()
    {
        var quiz = AQuiz(5);
        quiz.BeginRound();
        quiz.EndRound(anyone: true, Later);
        quiz.CutShort(Now);
        Assert.Equal((false, Now, QuizStatus.Running), (quiz.HasNext, quiz.NextStep, quiz.Status));
    }

    [Fact]
    public void CutShort_WhileARoundIsOpen_WaitsForItsClose()
    {
        var quiz = AQuiz(5);
        quiz.BeginRound();
        quiz.CutShort(null);
        Assert.Equal((false, null), (quiz.HasNext, quiz.NextStep));
        quiz.EndRound(anyone: false, Later);
        Assert.Equal(Later, quiz.NextStep);
    }

    [Fact]
    public void Claim_WhatIsDue_MovesItOnAndNothingElse()
    {
        var quiz = AQuiz(2);
        quiz.Claim(Later + Duration.FromMinutes(1));
        Assert.Equal(Later + Duration.FromMinutes(1), quiz.NextStep);
        quiz.BeginRound();
        quiz.Claim(Later);
        Assert.Null(quiz.NextStep);
    }

    [Fact]
    public void Finish_PlayedToItsEnd_HasNoNextStep()
    {
        var quiz = AQuiz(1);
        quiz.BeginRound();
        quiz.EndRound(anyone: true, Later);
        quiz.Finish();
        Assert.Equal((QuizStatus.Finished, null, false), (quiz.Status, quiz.NextStep, quiz.HasNext));
    }

    [Fact]
    public void Abandon_WithARoundOpen_StaysAbandonedWhenItCloses()
    {
        var quiz = AQuiz(3);
        quiz.BeginRound();
        quiz.Abandon();
        quiz.EndRound(anyone: true, Later);
        Assert.Equal((QuizStatus.Abandoned, null, false), (quiz.Status, quiz.NextStep, quiz.HasNext));
        Assert.Throws<InvalidOperationException>(() => quiz.BeginRound());
    }

    private static Quiz AQuiz(int rounds) =>
        new(1, new QuizSettings("models", Difficulty.Easy, rounds, 20), "admin", "0011223344556677", Now, Later);
}
