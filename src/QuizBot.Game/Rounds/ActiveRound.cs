using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Places;

namespace QuizBot.Game.Rounds;

/// <summary>What answering needs to know of a round on a channel; none of it changes while it is open.</summary>
internal sealed record ActiveRound(
    long Id, Place Place, string MessageId, QuestionKind Kind, IReadOnlyList<string> Choices, AnswerWays Ways, long? QuizId,
    NodaTime.Instant Closes, Round Round);
