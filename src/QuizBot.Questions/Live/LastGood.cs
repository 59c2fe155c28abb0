using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Live;

/// <summary>Finds what a reload would lose to an error, so that nobody loses questions by saving half a file.</summary>
internal static class LastGood
{
    /// <summary>The questions of the last bank that are not in the fresh one though their file, or a folder above it, is only at fault.</summary>
    public static IReadOnlyList<FileDraft> Kept(PackReading last, PackReading fresh)
    {
        var broken = fresh.Faults.Where(f => f.Severity == FaultSeverity.Error).Select(f => f.File).ToHashSet();
        if (broken.Count == 0)
            return [];
        return
        [
            .. last.Questions
                .Where(q => fresh.Bank.Find(q.Question.Id) is null && AndAbove(q.Place.File).Any(broken.Contains))
                .GroupBy(q => (q.Place.File, q.Question.Category))
                .Select(group => Draft(last, group.Key.File, group.Key.Category, [.. group])),
        ];
    }

    private static IEnumerable<string> AndAbove(string file)
    {
        for (var end = file.Length; end > 0; end = file.LastIndexOf('/', end - 1))
            yield return file[..end];
    }

    private static FileDraft Draft(PackReading last, string file, string categoryId, IReadOnlyList<PlacedQuestion> questions)
    {
        var category = last.Bank.FindCategory(categoryId)!;
        var (place, pack) = last.Categories[categoryId];
        var used = questions.Select(q => q.Question.Topic).ToHashSet();
        var topics = category.Topics.Where(t => used.Contains(t.Id)).Select(t => new TopicDraft(t.Id, t.Title, last.Topics[t.Id])).ToList();
        return new FileDraft(file, pack.Folder, new CategoryDraft(categoryId, category.Title, place, null, null, topics), questions, []);
    }
}
