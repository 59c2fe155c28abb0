using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Answers;
using QuizBot.Game.Dailies;
using QuizBot.Game.Deadlines;
using QuizBot.Game.GameOptions;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Questions.Live;
using QuizBot.Storage;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Rounds;

/// <summary>Closes a round: no more answers, points counted, the post and the reveal shown. Each step can be repeated after a crash.</summary>
internal sealed partial class CloseRound(
    Database database, Settlement settlement, ReadResult results, ActiveRounds active, PlatformSet platforms, QuestionLibrary library,
    ReconcileRounds reconcile, PauseForFault pause, KeyedLock locks, DeadlineSignal deadlines, GameMetrics metrics, IOptions<QuizOptions> quizOptions,
    TimeProvider time, ILogger<CloseRound> logger)
{
    /// <summary>What this is called where the same work is done once at a time.</summary>
    public const string Work = "close round";

    // Whoever closes this late was away when it was time, and perhaps heard nothing of the last answers.
    private static readonly Duration Late = Duration.FromMinutes(1);

    /// <summary>Closes the round, or goes on where closing it was interrupted.</summary>
    public async Task RunAsync(long roundId, CancellationToken cancellation)
    {
        using var alone = await locks.RoundAsync(roundId, cancellation);
        if (await IsLateAsync(roundId, cancellation))
            await reconcile.RunAsync(roundId, cancellation);
        var (round, place, rounds, resumed) = await BeginAsync(roundId, cancellation);
        if (round is null)
            return;
        active.Forget(place!.Channel, round.MessageId);
        await settlement.SettleAsync(
            round, place.WorkspaceId, place.DayOf(round.Closed!.Value), a => Judgement.Of(round, a), cancellation);
        var result = await results.ReadAsync(round, cancellation);
        if (platforms.Find(place.Channel.Platform) is { } platform)
            await ShowAsync(platform, round, place, rounds, result, resumed, cancellation);
        deadlines.Changed();
    }

    private async Task<bool> IsLateAsync(long roundId, CancellationToken cancellation)
    {
        var before = time.Now() - Late;
        await using var db = await database.ReadAsync(cancellation);
        return await db.Rounds.AnyAsync(r => r.Id == roundId && r.Status == RoundStatus.Open && r.Closes < before, cancellation);
    }

    private async Task<(Round? Round, Place? Place, int Rounds, bool Resumed)> BeginAsync(long roundId, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        var round = await transaction.TakeRoundAsync(roundId, cancellation);
        var now = time.Now();
        var resumed = round?.Status == RoundStatus.Closing;
        if (round is not { Status: RoundStatus.Open or RoundStatus.Closing } || (resumed && round.RetryAt > now))
            return (null, null, 0, false);
        if (!resumed)
        {
            metrics.Began("close", (now - Instant.Min(now, round.Closes)).ToTimeSpan());
            round.BeginClosing(now);
        }

        round.Claim(now + Backoff.Claim);
        var place = await transaction.Db.PlaceOfAsync(round.ChannelId, cancellation);
        var rounds = await transaction.Db.Quizzes.Where(q => q.Id == round.QuizId).Select(q => q.Rounds).SingleOrDefaultAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (round, place, rounds, resumed);
    }

    private async Task ShowAsync(
        IChatPlatform platform, Round round, Place place, int rounds, RoundResult result, bool resumed, CancellationToken cancellation)
    {
        var message = new MessageRef(place.Channel, round.MessageId!);
        var edited = await platform.EditAsync(message, RoundMessages.Closed(round, library.Current, rounds, result), cancellation);
        var messageGone = edited.Failure?.Kind == ChatFailureKind.MessageGone;
        var failure = messageGone ? null : edited.Failure;
        string? revealId = null;
        if (failure is null)
        {
            var revealed = await RevealAsync(platform, round, place, result, messageGone, resumed, cancellation);
            (revealId, failure) = (revealed.Value.Id, revealed.Failure);
        }

        if (failure is not null)
        {
            metrics.SendFailed(platform.Name, failure.Kind.ToString());
            NotShown(round.Id, failure.Kind, failure.Detail);
        }

        await EndAsync(round, place, result, revealId, failure, cancellation);
    }

    private static async Task<ChatResult<MessageRef>> RevealAsync(
        IChatPlatform platform, Round round, Place place, RoundResult result, bool messageGone, bool resumed, CancellationToken cancellation)
    {
        if (resumed)
        {
            var found = await platform.FindPostAsync(
                place.Channel, round.RevealKey, (round.Closed!.Value - Duration.FromMinutes(10)).ToDateTimeOffset(), cancellation);
            if (!found.IsDone)
                return found.Failure;
            if (found.Value is { } there)
                return there;
        }

        var post = new ChatPost(place.Channel, round.RevealKey, RevealMessages.Reveal(round, result))
        {
            ReplyTo = messageGone ? null : round.MessageId,
        };
        var revealed = await platform.PostAsync(post, cancellation);
        // The question can be deleted between its edit and this.
        return revealed.Failure?.Kind == ChatFailureKind.MessageGone && post.ReplyTo is not null
            ? await platform.PostAsync(post with { ReplyTo = null }, cancellation)
            : revealed;
    }

    private async Task EndAsync(
        Round round, Place place, RoundResult result, string? revealId, ChatFailure? failure, CancellationToken cancellation)
    {
        await using (var transaction = await database.WriteAsync(cancellation))
        {
            if (await transaction.TakeRoundAsync(round.Id, cancellation) is not { Status: RoundStatus.Closing } taken)
                return;
            if (failure is { IsFinal: false })
            {
                taken.TryAgainAt(Backoff.After(time.Now(), taken.Failures, failure));
                await transaction.CommitAsync(cancellation);
                return;
            }

            taken.EndClosing(revealId);
            if (taken.QuizId is { } quizId && await transaction.TakeQuizAsync(quizId, cancellation) is { } quiz)
                quiz.EndRound(result.Answered > 0, time.Now() + Duration.FromTimeSpan(quizOptions.Value.Pause));
            await transaction.CommitAsync(cancellation);
        }

        metrics.Closed(place.Channel.Platform);
        Closed(round.Id, result.Answered, result.Right.Count);
        if (failure is not null)
            await pause.RunAsync(round, place, failure, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Closed round {Round}: {Answers} answered, {Right} right")]
    private partial void Closed(long round, int answers, int right);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The close of round {Round} could not be shown: {Kind}, {Detail}")]
    private partial void NotShown(long round, ChatFailureKind kind, string detail);
}
