using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Linting;

/// <summary>A topic that is declared needs a graded question and an open prompt.</summary>
internal static class CoverageRule
{
    public static IReadOnlyList<TopicCoverage> Count(QuestionBank bank)
    {
        var byTopic = bank.Questions.ToLookup(q => q.Topic);
        return [.. bank.Categories.SelectMany(c => c.Topics).Select(t => Count(t.Id, [.. byTopic[t.Id]]))];
    }

    public static IEnumerable<PackFault> Check(PackReading reading, IReadOnlyList<TopicCoverage> coverage)
    {
        foreach (var topic in coverage)
        {
            if (topic.Graded == 0)
                yield return Fault(topic, "a graded question", "add one, or delete the topic");
            if (topic.Open == 0)
                yield return Fault(topic, "an open prompt", "add a question of the kind `open`");
        }

        PackFault Fault(TopicCoverage topic, string lacks, string remedy) =>
            reading.Topics[topic.Topic].Fault(FaultSeverity.Error, FaultRule.TopicUncovered, $"The topic `{topic.Topic}` lacks {lacks}", remedy);
    }

    private static TopicCoverage Count(string topic, IReadOnlyList<Question> questions)
    {
        return new(
            topic,
            Of(QuestionKind.Choice),
            Of(QuestionKind.TrueFalse),
            Of(QuestionKind.Typed),
            Of(QuestionKind.Open),
            At(Difficulty.Easy),
            At(Difficulty.Medium),
            At(Difficulty.Hard));

        int Of(QuestionKind kind) => questions.Count(q => q.Kind == kind);
        int At(Difficulty difficulty) => questions.Count(q => q.Difficulty == difficulty);
    }
}
