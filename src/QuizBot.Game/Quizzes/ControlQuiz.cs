using Microsoft.EntityFrameworkCore;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Commands;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Rounds;
using QuizBot.Storage;

namespace QuizBot.Game.Quizzes;

/// <summary><c>/quiz stop</c>, <c>/quiz skip</c> and the button to join.</summary>
internal sealed class ControlQuiz(Database database, Players players, CloseRound close, Lanes lanes, DeadlineSignal deadlines, TimeProvider time)
{
    private const string None = "There is no quiz in this channel now. /quiz start begins one.";

    /// <summary>Ends the quiz after revealing the open question.</summary>
    public async Task<ChatMessage> StopAsync(Invocation use, CancellationToken cancellation)
    {
        long? open;
        long quizId;
        await using (var transaction = await database.WriteAsync(cancellation))
        {
            var (quiz, refusal) = await FindAsync(transaction.Db, use, cancellation);
            if (quiz is null)
                return refusal!;
            if (await transaction.TakeQuizAsync(quiz.Id, cancellation) is not { Status: QuizStatus.Running } taken)
                return Say.Problem(None);
            quizId = taken.Id;
            open = await OpenRoundAsync(transaction.Db, quiz.Id, cancellation);
            var posting = open is null && await transaction.Db.Rounds.AnyAsync(
                r => r.QuizId == quiz.Id && r.Status != RoundStatus.Closed && r.Status != RoundStatus.Failed, cancellation);
            taken.CutShort(open is null && !posting ? time.Now() : null);
            await transaction.CommitAsync(cancellation);
        }

        if (open is { } round)
        {
            await CloseAsync(use, round);
            await BoardNowAsync(quizId, cancellation);
        }

        deadlines.Changed();
        return Say.Line("Stopped. The board follows.", ChatTone.Result);
    }

    /// <summary>Reveals the open question now.</summary>
    public async Task<ChatMessage> SkipAsync(Invocation use, CancellationToken cancellation)
    {
        long? open;
        await using (var db = await database.ReadAsync(cancellation))
        {
            var (quiz, refusal) = await FindAsync(db, use, cancellation);
            if (quiz is null)
                return refusal!;
            open = await OpenRoundAsync(db, quiz.Id, cancellation);
        }

        if (open is not { } round)
            return Say.Line("No question is open at the moment. The next one comes by itself.");
        await CloseAsync(use, round);
        return Say.Line("Skipped. What was answered counts.", ChatTone.Result);
    }

    /// <summary>The member plays, and the others' early close waits for them.</summary>
    public async Task<ChatMessage?> JoinAsync(ButtonPressed pressed, long quizId, CancellationToken cancellation)
    {
        if (pressed.Member.IsBot)
            return null;
        long member;
        await using (var transaction = await database.WriteAsync(cancellation))
        {
            var place = await transaction.Db.FindPlaceAsync(pressed.Message.Channel, cancellation);
            var running = place is not null && await transaction.Db.Quizzes.AnyAsync(
                q => q.Id == quizId && q.ChannelId == place.ChannelId && q.Status == QuizStatus.Running, cancellation);
            if (!running)
                return Say.Line("That quiz is over. /quiz start begins another.");
            member = await transaction.Db.KeepMemberAsync(place!.WorkspaceId, pressed.Member, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return await players.JoinAsync(quizId, member, cancellation)
            ? Say.Line("You are in.", ChatTone.Result)
            : Say.Line("You are in already.");
    }

    // No question follows for which to pause.
    private async Task BoardNowAsync(long quizId, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        if (await transaction.TakeQuizAsync(quizId, cancellation) is not { Status: QuizStatus.Running } quiz)
            return;
        quiz.Reschedule(time.Now());
        await transaction.CommitAsync(cancellation);
    }

    // In its lane, so that it goes on when whoever asked for it is gone.
    private Task CloseAsync(Invocation use, long round) =>
        lanes.Run(use.Channel.Platform, CloseRound.Work, round, token => close.RunAsync(round, token));

    private static Task<long?> OpenRoundAsync(QuizDbContext db, long quizId, CancellationToken cancellation) =>
        db.Rounds.Where(r => r.QuizId == quizId && r.Status == RoundStatus.Open).Select(r => (long?)r.Id).SingleOrDefaultAsync(cancellation);

    // Whoever started it may, and whoever manages the place.
    private static async Task<(Quiz? Quiz, ChatMessage? Refusal)> FindAsync(QuizDbContext db, Invocation use, CancellationToken cancellation)
    {
        var place = await db.FindPlaceAsync(use.Channel, cancellation);
        var quiz = await db.Quizzes.AsNoTracking().SingleOrDefaultAsync(
            q => place != null && q.ChannelId == place.ChannelId && q.Status == QuizStatus.Running, cancellation);
        if (quiz is null)
            return (null, Say.Problem(None));
        return use.Member.MayManage || quiz.StartedBy == use.Member.Id
            ? (quiz, null)
            : (null, Say.Problem("Only the member who started the quiz can do that, or someone who may manage this workspace."));
    }
}
