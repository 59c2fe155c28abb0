using QuizBot.Engine.Answers;

namespace QuizBot.Storage.Answers;

/// <summary>What became of an <see cref="AnswerChange"/>.</summary>
/// <param name="Status">Whether it counts.</param>
/// <param name="Answer">The answer as it stands now; null where the round takes none.</param>
/// <param name="MemberId">The member; 0 where the round takes none.</param>
public readonly record struct AnswerOutcome(AnswerStatus Status, Answer? Answer, long MemberId);
