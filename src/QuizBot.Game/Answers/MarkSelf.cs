using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
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
        return Say.Line((SelfMark)mark switch
        {
            SelfMark.Nailed => "Noted: nailed it. Well done.",
            SelfMark.Partly => "Noted: partly. You know now what to add.",
            _ => "Noted: missed it. The model answer is a good place to start.",
        }, ChatTone.Result);
    }
}
