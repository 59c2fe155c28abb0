namespace QuizBot.Game.Quizzes;

/// <summary>A member answered a round of a quiz.</summary>
internal sealed record PlayedRound(string Platform, long QuizId, long RoundId, long MemberId);
