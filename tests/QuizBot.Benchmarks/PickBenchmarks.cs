using BenchmarkDotNet.Attributes;
using QuizBot.Engine.Picking;
using QuizBot.Engine.Questions;

namespace QuizBot.Benchmarks;

/// <summary>Picking from packs of two sizes, half of which were asked.</summary>
[MemoryDiagnoser]
public class PickBenchmarks
{
    private readonly Random _random = new(1);
    private QuestionBank _bank = QuestionBank.Empty;
    private Dictionary<string, AskedQuestions> _history = [];

    [Params(240, 100_000)]
    public int Questions { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var categories = Enumerable.Range(0, 10).Select(c => new Category($"c{c}", $"Category {c}", [new Topic($"c{c}.t", "Topic", $"c{c}")])).ToList();
        _bank = new QuestionBank(categories, [.. Enumerable.Range(0, Questions).Select(i => new Question
        {
            Id = $"c{i % 10}.t.{i}", Category = $"c{i % 10}", Topic = $"c{i % 10}.t", Difficulty = Difficulty.Easy,
            Kind = QuestionKind.Choice, Ask = $"Question {i}?", Right = "Yes", Wrong = ["No"],
        })]);
        _history = [];
        for (var i = 0; i < Questions / 2; i++)
            Pick();
    }

    [Benchmark]
    public Question? Pick() => QuestionPicker.Pick(_bank, new QuestionScope(QuestionPool.Graded), _history, _random);
}
