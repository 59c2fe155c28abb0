using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Metrics;
using QuizBot.Game.Picking;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Game.Rounds;
using QuizBot.Storage;

namespace QuizBot.Game.Quizzes;

/// <summary>Takes a quiz a step further: its next round, or its final board.</summary>
internal sealed partial class AdvanceQuiz(
    Database database, OpenQuiz open, PickQuestions pick, PostRound post, CloseRound close, ReadQuizBoard boards, Lanes lanes, PlatformSet platforms, KeyedLock locks,
    DeadlineSignal deadlines, GameMetrics metrics, TimeProvider time, ILogger<AdvanceQuiz> logger)
{
    /// <summary>What this is called where the same work is done once at a time.</summary>
    public const string Work = "advance quiz";

    private const int MostSilentRounds = 3;

    public async Task RunAsync(long quizId, CancellationToken cancellation)
    {
        using var alone = await locks.QuizAsync(quizId, cancellation);
        if (!await open.IsOpenAsync(quizId, cancellation))
        {
            deadlines.Changed();
            return;
        }

        if (await BeginAsync(quizId, cancellation) is not { } step)
            return;
        if (step.Round is { } round)
        {
            await post.RunAsync(round, step.Place, step.Quiz.Rounds, cancellation);
            await CloseIfStoppedAsync(step.Quiz, step.Place, round, cancellation);
        }
        else
        {
            await ShowBoardAsync(step.Quiz, step.Place, cancellation);
        }

        deadlines.Changed();
    }

    // Whoever stopped the quiz while its question was being posted could not close it yet.
    private async Task CloseIfStoppedAsync(Quiz quiz, Place place, Round round, CancellationToken cancellation)
    {
        await using (var db = await database.ReadAsync(cancellation))
        {
            if (!await db.Quizzes.AnyAsync(q => q.Id == quiz.Id && q.Rounds < quiz.Rounds, cancellation))
                return;
        }

        _ = lanes.Run(place.Channel.Platform, CloseRound.Work, round.Id, token => close.RunAsync(round.Id, token));
    }

    private async Task<Step?> BeginAsync(long quizId, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        var now = time.Now();
        if (await transaction.TakeQuizAsync(quizId, cancellation) is not { Status: QuizStatus.Running } quiz || !(quiz.NextStep <= now))
            return null;
        metrics.Began("quiz", (now - quiz.NextStep!.Value).ToTimeSpan());
        var place = await transaction.Db.PlaceOfAsync(quiz.ChannelId, cancellation);
        if (quiz.Silent >= MostSilentRounds)
            quiz.CutShort(now);
        Round? round = null;
        if (quiz.HasNext)
        {
            var scope = new QuestionScope(QuestionPool.Graded, quiz.Category, quiz.Difficulty);
            var question = await pick.PickAsync(transaction, quiz.ChannelId, scope, cancellation);
            if (question is null)
            {
                // The pack was edited away under the quiz.
                quiz.CutShort(now);
            }
            else
            {
                var number = quiz.BeginRound();
                round = Round.ForQuiz(
                    quiz.ChannelId, quiz.Id, number, question, Keys.NewSeed(), Keys.New(), now, now + Duration.FromSeconds(quiz.Seconds));
                round.Claim(now + Backoff.Claim);
                transaction.Db.Rounds.Add(round);
            }
        }

        quiz.Claim(now + Backoff.Claim);
        await transaction.CommitAsync(cancellation);
        return new Step(quiz, place, round);
    }

    private async Task ShowBoardAsync(Quiz quiz, Place place, CancellationToken cancellation)
    {
        if (platforms.Find(place.Channel.Platform) is not { } platform)
            return;
        var found = await platform.FindPostAsync(place.Channel, quiz.BoardKey, quiz.Started.ToDateTimeOffset(), cancellation);
        var failure = found.Failure;
        if (found is { IsDone: true, Value: null })
        {
            var board = await boards.ReadAsync(quiz, cancellation);
            failure = (await platform.PostAsync(new ChatPost(place.Channel, quiz.BoardKey, board), cancellation)).Failure;
        }

        if (failure is not null)
        {
            metrics.SendFailed(platform.Name, failure.Kind.ToString());
            NoBoard(quiz.Id, failure.Kind, failure.Detail);
        }

        await using var transaction = await database.WriteAsync(cancellation);
        if (await transaction.TakeQuizAsync(quiz.Id, cancellation) is not { Status: QuizStatus.Running } taken)
            return;
        if (failure is null)
            taken.Finish();
        else if (failure.IsFinal)
            taken.Abandon();
        else
            taken.Claim(Backoff.After(time.Now(), 3, failure));
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board of quiz {Quiz} could not be shown: {Kind}, {Detail}")]
    private partial void NoBoard(long quiz, ChatFailureKind kind, string detail);

    private sealed record Step(Quiz Quiz, Place Place, Round? Round);
}
