using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Storage;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Answers;

/// <summary>A member judges their own answer to an interview prompt. It counts for the streak, however late in the week after the close.</summary>
internal sealed class MarkSelf(Database database, AnswerQueue queue, TimeProvider time)
{
    private static readonly Duration Patience = Duration.FromDays(7);

    public async Task<ChatMessage?> RunAsync(ButtonPressed pressed, long roundId, long mark, CancellationToken cancellation)
    {
        if (pressed.Member.IsBot || mark > (int)SelfMark.Nailed)
            return null;
        Round? round;
        Place? place;
        await using (var db = await database.ReadAsync(cancellation))
        {
            place = await db.FindPlaceAsync(pressed.Message.Channel, cancellation);
            round = await db.Rounds.SingleOrDefaultAsync(r => r.Id == roundId && place != null && r.ChannelId == place.ChannelId, cancellation);
        }

        // Between the reveal's being posted and its being noted its id is not known yet.
        if (round is not { Question.Kind: QuestionKind.Open, Status: RoundStatus.Closing or RoundStatus.Closed }
            || (round.RevealId is { } reveal && reveal != pressed.Message.Id))
            return null;
        if (time.Now() > round.Closed!.Value + Patience)
            return Say.Line("That was more than a week ago; it is too late to mark yourself.");

        var change = new AnswerChange(
            round.Id, place!.WorkspaceId, pressed.Member.Id, PlainText.Name(pressed.Member.Name),
            a => a.MarkSelf((SelfMark)mark, pressed.Order), AfterClose: true);
        var outcome = await queue.WriteAsync(change, cancellation);
        if (outcome.Status == AnswerStatus.NotOpen)
            return null;
        if (round.DailyId is { } daily)
            await RecountStreakAsync(daily, outcome.MemberId, cancellation);
        return Say.Line((SelfMark)mark switch
        {
            SelfMark.Nailed => "Noted: nailed it. Well done.",
            SelfMark.Partly => "Noted: partly. You know now what to add.",
            _ => "Noted: missed it. The model answer is a good place to start.",
        }, ChatTone.Result);
    }

    // The next question may have closed meanwhile, so the run is counted afresh.
    private async Task RecountStreakAsync(long dailyId, long memberId, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        var numbers = await (
            from a in transaction.Db.Answers
            join r in transaction.Db.Rounds on a.RoundId equals r.Id
            where r.DailyId == dailyId && a.MemberId == memberId && (a.Choice != null || a.Text != null || a.SelfMark != null)
                && (r.Status == RoundStatus.Closing || r.Status == RoundStatus.Closed) && (a.Settled || a.SelfMark != null)
            orderby r.Number
            select r.Number).ToListAsync(cancellation);
        var streak = await transaction.Db.Streaks.AsTracking()
            .SingleOrDefaultAsync(s => s.DailyId == dailyId && s.MemberId == memberId, cancellation);
        if (streak is null)
            transaction.Db.Streaks.Add(streak = new Streak(dailyId, memberId));
        streak.Recount(numbers);
        await transaction.CommitAsync(cancellation);
    }
}
