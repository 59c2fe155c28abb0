namespace QuizBot.Engine.Questions;

/// <summary>How hard a question is; it decides the points (see <see cref="Scoring.Points"/>).</summary>
public enum Difficulty
{
    /// <summary>10 points.</summary>
    Easy = 1,

    /// <summary>20 points.</summary>
    Medium = 2,

    /// <summary>30 points.</summary>
    Hard = 3,
}
