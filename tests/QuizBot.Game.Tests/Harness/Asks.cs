using QuizBot.Engine.Questions;
using QuizBot.Testing.Builders;

namespace QuizBot.Game.Tests.Harness;

/// <summary>Small sets of questions. Each asks by its own id, and its right choice says so: a secret that no open post may hold.</summary>
internal static class Asks
{
    public const string Secret = "explained afterwards";

    public static IReadOnlyList<Question> Choices(int count = 3, string category = "models", Difficulty difficulty = Difficulty.Easy) =>
        [.. Enumerable.Range(1, count).Select(i => AQuestion.Choice($"{category}.topic.{i}", difficulty, right: $"right {category} {i}", wrong: ["wrong a", "wrong b", "wrong c"]) with
        {
            Ask = $"Question {category} {i}?",
            Explain = $"{Secret} {i}",
        })];

    public static IReadOnlyList<Question> Typed(int count = 1, string category = "words") =>
        [.. Enumerable.Range(1, count).Select(i => AQuestion.Typed($"{category}.topic.{i}", accept: [$"hiddenword{i}"]) with
        {
            Ask = $"Which word, such as `yield`, {i}?",
            Explain = $"{Secret} {i}",
        })];

    public static IReadOnlyList<Question> Open(int count = 1, string category = "talk") =>
        [.. Enumerable.Range(1, count).Select(i => AQuestion.Open($"{category}.topic.{i}", model: $"The model says {Secret} {i}.") with
        {
            Ask = $"How would you explain `yield` {i}?",
        })];
}
