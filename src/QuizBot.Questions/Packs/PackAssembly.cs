using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Packs;

/// <summary>Makes one bank of what the files hold, and finds what is wrong between them. The first of two equals wins.</summary>
internal sealed class PackAssembly
{
    // Searching for the nearest topic takes its time; beyond so many there is something else wrong.
    private const int MostNearest = 1_000;

    private readonly List<PackFault> _faults = [];
    private readonly Dictionary<string, Pack> _packs = [];
    private readonly Dictionary<string, OpenCategory> _categories = [];
    private readonly Dictionary<string, (TopicDraft Draft, OpenCategory Category)> _topics = [];
    private readonly Dictionary<string, PlacedQuestion> _questions = [];

    /// <summary>Assembles the drafts of a folder.</summary>
    public static PackReading Assemble(FolderScan scan, IReadOnlyList<PackDraft> headers, IReadOnlyList<FileDraft> files)
    {
        var assembly = new PackAssembly();
        assembly._faults.AddRange(scan.Faults);
        foreach (var folder in scan.Folders.Union(files.Select(f => f.Folder)))
            assembly.AddPack(headers.FirstOrDefault(h => h.Pack.Folder == folder) ?? PackDraft.OfFolder(folder));
        var placed = files.Select(f => (File: f, Category: assembly.AddCategory(f))).ToList();
        foreach (var (file, category) in placed)
        {
            if (category is not null)
                assembly.AddQuestions(file, category);
        }

        return assembly.Finish(scan, headers, files);
    }

    private void AddPack(PackDraft draft)
    {
        _faults.AddRange(draft.Faults);
        if (_packs.Values.FirstOrDefault(p => p.Id == draft.Pack.Id) is { } twin)
            Error(draft.Place, FaultRule.PackTwice, $"The pack `{twin.Id}` is {twin.Folder} already", "name this one otherwise");
        _packs[draft.Pack.Folder] = draft.Pack;
    }

    // The category that the file's questions belong to, or null where they have no place.
    private OpenCategory? AddCategory(FileDraft file)
    {
        _faults.AddRange(file.Faults);
        if (file.Category is not { } draft)
            return null;
        var pack = _packs[file.Folder];
        if (!_categories.TryGetValue(draft.Id, out var category))
            _categories.Add(draft.Id, category = new OpenCategory(draft, pack));
        else if (category.Pack.Folder != file.Folder)
        {
            Error(draft.Place, FaultRule.CategoryTwice, $"The category `{draft.Id}` belongs to the pack `{category.Pack.Id}` already ({category.Draft.Place})", "name this one otherwise");
            return null;
        }
        else if (category.Draft.Title != draft.Title)
            Warning(draft.Place, FaultRule.CategoryTwice, $"The category `{draft.Id}` has another title in {category.Draft.Place}", "give both the same");

        foreach (var topic in draft.Topics)
            AddTopic(topic, category);
        return category;
    }

    private void AddTopic(TopicDraft draft, OpenCategory category)
    {
        if (_topics.TryAdd(draft.Id, (draft, category)))
            category.Topics.Add(new Topic(draft.Id, draft.Title, category.Draft.Id));
        else if (_topics[draft.Id] is var first && (first.Category != category || first.Draft.Title != draft.Title))
            Error(draft.Place, FaultRule.TopicTwice, $"The topic `{draft.Id}` is declared otherwise in {first.Draft.Place}", "keep one of them");
    }

    private void AddQuestions(FileDraft file, OpenCategory category)
    {
        var draft = file.Category!;
        foreach (var placed in file.Questions)
        {
            var question = placed.Question;
            if (!_topics.TryGetValue(question.Topic, out var topic) || topic.Category != category)
            {
                var known = category.Topics.Select(t => t.Id);
                Error(placed.TopicPlace, FaultRule.UnknownTopic, $"The category `{draft.Id}` has no topic `{question.Topic}`",
                    _faults.Count < MostNearest && EditDistance.Nearest(question.Topic, known) is { } near ? $"did you mean `{near}`?" : "declare it in `topics`");
                continue;
            }

            var complete = placed with
            {
                Question = question with
                {
                    Category = draft.Id,
                    Licence = question.Licence ?? draft.Licence ?? category.Pack.Licence,
                    Author = question.Author ?? draft.Author ?? category.Pack.Author,
                },
            };
            if (!_questions.TryAdd(question.Id, complete))
                Error(placed.Place, FaultRule.QuestionTwice, $"The question `{question.Id}` stands in {_questions[question.Id].Place} already", "number this one anew");
        }
    }

    private PackReading Finish(FolderScan scan, IReadOnlyList<PackDraft> headers, IReadOnlyList<FileDraft> files)
    {
        foreach (var header in headers)
            CheckOrder(header);
        foreach (var folder in scan.Folders.Where(f => files.All(d => d.Folder != f)))
            _faults.Add(new PackFault(folder, 1, 1, FaultSeverity.Warning, FaultRule.NoQuestions, "The pack has no category", "add a file such as basics.yaml"));
        if (scan.IsComplete && _questions.Count == 0)
            _faults.Add(new PackFault(scan.Shown, 1, 1, FaultSeverity.Error, FaultRule.NoQuestions, "There is no question in any pack", "add one, or mend what is named above"));

        var categories = _categories.Values.OrderBy(c => c.Pack.Folder, StringComparer.Ordinal).ThenBy(c => c.Rank).ToList();
        var questions = _questions.Values.ToList();
        var bank = new QuestionBank(
            [.. categories.Select(c => new Category(c.Draft.Id, c.Draft.Title, c.Topics))],
            [.. questions.Select(q => q.Question)]);
        return new PackReading(
            bank,
            [.. _packs.Values],
            [.. _faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)])
        {
            Questions = questions,
            Categories = _categories.ToDictionary(c => c.Key, c => (c.Value.Draft.Place, c.Value.Pack)),
            Topics = _topics.ToDictionary(t => t.Key, t => t.Value.Draft.Place),
        };
    }

    private void CheckOrder(PackDraft header)
    {
        var own = _categories.Values.Where(c => c.Pack.Folder == header.Pack.Folder).Select(c => c.Draft.Id).ToList();
        foreach (var unknown in header.Pack.CategoryOrder.Except(own))
            Warning(header.Place, FaultRule.UnknownCategory, $"The pack has no category {TextRules.Quoted(unknown)}",
                EditDistance.Nearest(unknown, own) is { } near ? $"did you mean `{near}`?" : "delete it from `categories`");
    }

    private void Error(FilePlace place, string rule, string message, string remedy) =>
        _faults.Add(place.Fault(FaultSeverity.Error, rule, message, remedy));

    private void Warning(FilePlace place, string rule, string message, string remedy) =>
        _faults.Add(place.Fault(FaultSeverity.Warning, rule, message, remedy));
}
