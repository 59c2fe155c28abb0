using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;

namespace QuizBot.Game.Rounds;

/// <summary>Whether an answer is right, and what it earns.</summary>
internal static class Judgement
{
    public static (bool? Right, int Points) Of(Round round, Answer answer)
    {
        if (round.Question.Kind == QuestionKind.Open)
            return (null, 0);
        var right = round.Question.Kind == QuestionKind.Typed
            ? TypedAnswer.IsRight(round.Question, answer.Text ?? "")
            : answer.Choice == round.RightChoice;
        if (!right)
            return (false, 0);
        var points = Points.For(round.Question.Difficulty);
        if (round.QuizId is not null && round.Opened is { } opened)
            points += Points.SpeedBonus(round.Question.Difficulty, Duration.Max(Duration.Zero, answer.At - opened), round.Closes - opened);
        return (true, points);
    }
}
