using QuizBot.Engine.Questions;

namespace QuizBot.Questions.Packs;

/// <summary>The keys and words of pack files; the JSON Schema beside the packs says the same, and a test compares them.</summary>
internal static class PackKeys
{
    public static readonly string[] Pack = ["pack", "title", "licence", "author", "official", "categories"];
    public static readonly string[] Category = ["category", "title", "licence", "author", "topics", "questions"];
    public static readonly string[] Topic = ["id", "title"];
    public static readonly string[] Source = ["title", "url"];
    public static readonly string[] Question =
    [
        "id", "topic", "difficulty", "kind", "ask", "code", "right", "wrong", "answer", "accept", "model", "explain", "source",
        "licence", "author",
    ];

    public static readonly (string Word, Difficulty Value)[] Difficulties =
        [("easy", Difficulty.Easy), ("medium", Difficulty.Medium), ("hard", Difficulty.Hard)];

    public static readonly (string Word, QuestionKind Value)[] Kinds =
    [
        ("choice", QuestionKind.Choice), ("true-false", QuestionKind.TrueFalse), ("typed", QuestionKind.Typed), ("open", QuestionKind.Open),
    ];

    /// <summary>The keys that hold the answer, and the kinds that have them.</summary>
    public static readonly (string Key, QuestionKind[] Kinds)[] AnswerKeys =
    [
        ("right", [QuestionKind.Choice]),
        ("wrong", [QuestionKind.Choice, QuestionKind.Typed]),
        ("answer", [QuestionKind.TrueFalse]),
        ("accept", [QuestionKind.Typed]),
        ("model", [QuestionKind.Open]),
    ];

    /// <summary>The word of a kind.</summary>
    public static string Word(QuestionKind kind) => Kinds.First(k => k.Value == kind).Word;
}
