using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Quizzes;

/// <summary>What a member sets of a quiz.</summary>
/// <param name="Category">Only this category, or null.</param>
/// <param name="Difficulty">Only this difficulty, or null.</param>
/// <param name="Rounds">1 to <see cref="MostRounds"/>.</param>
/// <param name="Seconds"><see cref="FewestSeconds"/> to <see cref="MostSeconds"/>.</param>
public sealed record QuizSettings(string? Category, Difficulty? Difficulty, int Rounds, int Seconds)
{
    /// <summary>25 rounds.</summary>
    public const int MostRounds = 25;

    /// <summary>5 seconds.</summary>
    public const int FewestSeconds = 5;

    /// <summary>5 minutes.</summary>
    public const int MostSeconds = 300;
}
