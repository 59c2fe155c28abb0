using QuizBot.Engine.Picking;
using QuizBot.Engine.Questions;
using QuizBot.Testing.Builders;

namespace QuizBot.Engine.Tests.Picking;

/// <summary>One channel whose pack is edited; it keeps its own record of what was asked, and its history as bytes in between.</summary>
internal sealed class PickingSession(IEnumerable<Question> questions, int seed)
{
    private readonly Random _random = new(seed);
    private Dictionary<string, byte[]> _stored = [];

    public List<Question> Questions { get; } = [.. questions];

    public List<Question> Asked { get; } = [];

    public Question? Pick(QuestionScope scope)
    {
        var history = _stored.ToDictionary(s => s.Key, s => AskedQuestions.FromBytes(s.Value));
        var question = QuestionPicker.Pick(ABank.With(Questions), scope, history, _random);
        _stored = history.ToDictionary(h => h.Key, h => h.Value.ToBytes());
        if (question is not null)
            Asked.Add(question);
        return question;
    }

    public List<Question> In(QuestionScope scope) =>
    [
        .. Questions.Where(q => q.Pool == scope.Pool && (scope.Category ?? q.Category) == q.Category
            && (scope.Difficulty ?? q.Difficulty) == q.Difficulty),
    ];

    /// <summary>Where the question stands in the record last; -1 for nowhere.</summary>
    public int LastAsked(Question question) => Asked.FindLastIndex(q => q.Id == question.Id);

    public int LastAsked(string category) => Asked.FindLastIndex(q => q.Category == category);
}
