namespace QuizBot.Engine.Questions;

/// <summary>What a pick may choose from.</summary>
/// <param name="Pool">Graded questions or open prompts.</param>
/// <param name="Category">Only this category, or null for all.</param>
/// <param name="Difficulty">Only this difficulty, or null for all.</param>
public sealed record QuestionScope(QuestionPool Pool, string? Category = null, Difficulty? Difficulty = null);
