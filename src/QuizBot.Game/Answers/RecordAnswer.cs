using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Quizzes;
using QuizBot.Game.Rounds;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Answers;

/// <summary>Records what members do to answer. When it returns, the answer is durable.</summary>
internal sealed class RecordAnswer(
    ActiveRounds rounds, AnswerQueue queue, TidyReactions tidy, QuizWatch quizzes, GameMetrics metrics, TimeProvider time)
{
    public async ValueTask<AnswerResult> ByReactionAsync(ReactionChanged happened, CancellationToken cancellation)
    {
        // The cheap questions first: most reactions of a workspace are none of ours.
        if (happened.Member.IsBot || Emoji.Choice(happened.Emoji) is not { } choice)
            return AnswerResult.None;
        var (found, mayArrive) = await rounds.FindAsync(happened.Message, cancellation);
        // The reactions of a question that was just being posted are read once it is.
        if (found is null && mayArrive)
            return new AnswerResult(AnswerResultKind.TooEarly);
        if (found is not { } round
            || !round.Ways.HasFlag(AnswerWays.Reactions) || choice >= round.Choices.Count)
            return AnswerResult.None;
        var mark = new Mark(MarkSource.Reaction, choice, happened.Added, happened.Order);
        return await RecordAsync(round, happened.Member, a => a.Apply(mark), cancellation);
    }

    public async ValueTask<AnswerResult> ByButtonAsync(
        ButtonPressed pressed, long roundId, int choice, CancellationToken cancellation)
    {
        var (found, mayArrive) = await rounds.FindAsync(pressed.Message, cancellation);
        if (found is not { } round)
            return new AnswerResult(mayArrive ? AnswerResultKind.TooEarly : AnswerResultKind.Closed);
        // A forged action names another round than the message it came from, or a choice it has not.
        if (round.Id != roundId || pressed.Member.IsBot || !round.Ways.HasFlag(AnswerWays.Buttons) || choice >= round.Choices.Count)
            return AnswerResult.None;
        var mark = new Mark(MarkSource.Button, choice, true, pressed.Order);
        return await RecordAsync(round, pressed.Member, a => a.Apply(mark), cancellation);
    }

    public async ValueTask<AnswerResult> ByTextAsync(
        ActiveRound round, FormSubmitted submitted, string text, CancellationToken cancellation)
    {
        if (round.Kind != QuestionKind.Typed || submitted.Member.IsBot)
            return AnswerResult.None;
        return await RecordAsync(round, submitted.Member, a => a.Type(text, submitted.Order), cancellation);
    }

    private async Task<AnswerResult> RecordAsync(
        ActiveRound round, ChatMember member, Func<Answer, bool> apply, CancellationToken cancellation)
    {
        if (time.Now() >= round.Closes)
            return new AnswerResult(AnswerResultKind.Closed);
        var change = new AnswerChange(round.Id, round.Place.WorkspaceId, member.Id, PlainText.Name(member.Name), apply)
        {
            IsHearsay = member.NameIsProvisional,
        };
        var outcome = await queue.WriteAsync(change, cancellation);
        if (outcome.Status == AnswerStatus.NotOpen)
        {
            // Closed early, perhaps by another host.
            rounds.Forget(round.Place.Channel, round.MessageId);
            return new AnswerResult(AnswerResultKind.Closed);
        }

        if (outcome.Status == AnswerStatus.Recorded)
        {
            tidy.Begin(round, member, outcome);
            metrics.Answered(round.Place.Channel.Platform);
            if (round.QuizId is { } quiz)
                quizzes.Answered(new PlayedRound(round.Place.Channel.Platform, quiz, round.Id, outcome.MemberId));
        }

        return new AnswerResult(AnswerResultKind.Recorded, round, outcome.Answer);
    }
}
