using QuizBot.Engine.Rounds;

namespace QuizBot.Storage.Answers;

/// <summary>What a round that is held lets in.</summary>
internal readonly record struct HeldRound(RoundStatus Status, long? DailyId)
{
    public bool Takes(AnswerChange change) =>
        change.AfterClose ? Status is RoundStatus.Closing or RoundStatus.Closed : Status == RoundStatus.Open;
}
