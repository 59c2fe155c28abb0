using System.Collections.Frozen;

namespace QuizBot.Engine.Questions;

/// <summary>
/// All questions of all packs at one moment. Immutable: a reload makes a new bank. Building is linear in the
/// number of questions; look-ups are constant.
/// </summary>
public sealed class QuestionBank
{
    private readonly FrozenDictionary<string, Question> _byId;
    private readonly FrozenDictionary<string, Category> _categories;
    private readonly FrozenDictionary<string, Topic> _topics;
    private readonly FrozenDictionary<(string Category, QuestionPool Pool, Difficulty? Difficulty), Question[]> _shelves;

    /// <summary>Builds the bank.</summary>
    /// <param name="categories">Every category, in the order people should see them; ids differ.</param>
    /// <param name="questions">Every question; ids differ, and each names one of the categories.</param>
    /// <exception cref="ArgumentException">An id occurs twice or a category is unknown.</exception>
    public QuestionBank(IReadOnlyList<Category> categories, IReadOnlyList<Question> questions)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(questions);
        Categories = categories;
        Questions = questions;
        _categories = categories.ToFrozenDictionary(c => c.Id);
        _topics = categories.SelectMany(c => c.Topics).ToFrozenDictionary(t => t.Id);
        _byId = questions.ToFrozenDictionary(q => q.Id);

        var shelves = new Dictionary<(string, QuestionPool, Difficulty?), List<Question>>();
        foreach (var question in questions)
        {
            if (!_categories.ContainsKey(question.Category))
                throw new ArgumentException($"Question {question.Id} names the unknown category {question.Category}.", nameof(questions));
            Put(question, question.Pool);
            if (question.HasChoices)
                Put(question, QuestionPool.Choices);
        }

        _shelves = shelves.ToFrozenDictionary(s => s.Key, s => s.Value.ToArray());

        void Put(Question question, QuestionPool pool)
        {
            foreach (var difficulty in new Difficulty?[] { null, question.Difficulty })
            {
                var key = (question.Category, pool, difficulty);
                if (!shelves.TryGetValue(key, out var shelf))
                    shelves[key] = shelf = [];
                shelf.Add(question);
            }
        }
    }

    /// <summary>A bank without questions.</summary>
    public static QuestionBank Empty { get; } = new([], []);

    /// <summary>Every category, in order.</summary>
    public IReadOnlyList<Category> Categories { get; }

    /// <summary>Every question.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>The question with this id, or null.</summary>
    public Question? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The category with this id, or null.</summary>
    public Category? FindCategory(string id) => _categories.GetValueOrDefault(id);

    /// <summary>The topic with this id, or null.</summary>
    public Topic? FindTopic(string id) => _topics.GetValueOrDefault(id);

    /// <summary>The questions of one category that a scope allows; empty where there are none.</summary>
    public IReadOnlyList<Question> Shelf(string category, QuestionScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return _shelves.GetValueOrDefault((category, scope.Pool, scope.Difficulty)) ?? [];
    }

    /// <summary>The ids of the categories in which a scope allows at least one question, in order.</summary>
    public IEnumerable<string> CategoriesIn(QuestionScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Categories
            .Where(c => scope.Category is null || c.Id == scope.Category)
            .Select(c => c.Id)
            .Where(id => Shelf(id, scope).Count > 0);
    }

    /// <summary>How many questions a scope allows.</summary>
    public int Count(QuestionScope scope) => CategoriesIn(scope).Sum(c => Shelf(c, scope).Count);
}
