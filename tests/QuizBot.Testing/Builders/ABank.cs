using QuizBot.Engine.Questions;

namespace QuizBot.Testing.Builders;

/// <summary>A bank of questions, with the categories and topics that its questions name.</summary>
public static class ABank
{
    /// <summary>
    /// Categories <c>c0</c>, <c>c1</c> … with choice questions <c>c0.topic.0</c> … that are easy, medium and hard in turn,
    /// and open prompts <c>c0.prompts.0</c> ….
    /// </summary>
    public static QuestionBank Of(int categories = 3, int questionsEach = 6, int openEach = 0) =>
        With([.. Enumerable.Range(0, categories).SelectMany(c => Questions($"c{c}", questionsEach, openEach))]);

    /// <summary>The given questions.</summary>
    public static QuestionBank With(params IReadOnlyList<Question> questions) =>
        new([.. questions.GroupBy(q => q.Category).Select(ToCategory)], questions);

    private static IEnumerable<Question> Questions(string category, int graded, int open) =>
    [
        .. Enumerable.Range(0, graded).Select(i => AQuestion.Choice($"{category}.topic.{i}", (Difficulty)(1 + i % 3))),
        .. Enumerable.Range(0, open).Select(i => AQuestion.Open($"{category}.prompts.{i}", (Difficulty)(1 + i % 3))),
    ];

    private static Category ToCategory(IGrouping<string, Question> of) =>
        new(of.Key, Title(of.Key), [.. of.Select(q => q.Topic).Distinct().Select(t => new Topic(t, Title(t), of.Key))]);

    private static string Title(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('.', ' ').Replace('-', ' ');
}
