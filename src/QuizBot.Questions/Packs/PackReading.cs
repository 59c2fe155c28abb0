using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Packs;

/// <summary>All packs of a folder as read at one moment.</summary>
/// <param name="Bank">Every question without an error.</param>
/// <param name="Packs">The packs, by folder name.</param>
/// <param name="Faults">What was found, by file and line.</param>
public sealed record PackReading(QuestionBank Bank, IReadOnlyList<Pack> Packs, IReadOnlyList<PackFault> Faults)
{
    /// <summary>The bank's questions in its order, each with its place.</summary>
    internal IReadOnlyList<PlacedQuestion> Questions { get; init; } = [];

    /// <summary>Where each category is declared first, and in which pack.</summary>
    internal IReadOnlyDictionary<string, (FilePlace Place, Pack Pack)> Categories { get; init; } = new Dictionary<string, (FilePlace, Pack)>();

    /// <summary>Where each topic is declared first.</summary>
    internal IReadOnlyDictionary<string, FilePlace> Topics { get; init; } = new Dictionary<string, FilePlace>();
}
