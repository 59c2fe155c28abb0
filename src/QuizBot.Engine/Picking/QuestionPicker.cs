using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Picking;

/// <summary>
/// Chooses the next question of a channel: none repeats until all that the scope allows have been asked, and
/// categories take turns. Pure: the caller keeps the history.
/// </summary>
public static class QuestionPicker
{
    private const int Probes = 16;

    /// <summary>Picks a question and notes it in the history.</summary>
    /// <param name="bank">The questions.</param>
    /// <param name="scope">What may be picked.</param>
    /// <param name="history">
    /// All that the channel was asked, by category, whatever the scope; a category never asked may be absent and is added.
    /// Only the picked question's category changes.
    /// </param>
    /// <param name="random">Chooses among equals.</param>
    /// <returns>The question, or null where the scope allows none: then the history is as it was.</returns>
    public static Question? Pick(
        QuestionBank bank, QuestionScope scope, IDictionary<string, AskedQuestions> history, Random random)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(random);

        // The least level first, then the category that waited longest, then by chance.
        string? category = null;
        (int Level, long LastAsked, int Chance) best = default;
        foreach (var id in bank.CategoriesIn(scope))
        {
            var asked = history.TryGetValue(id, out var known) ? known : null;
            var rank = (LowestLevel(bank.Shelf(id, scope), asked), asked?.LastAsked ?? -1, random.Next());
            if (category is null || rank.CompareTo(best) < 0)
                (category, best) = (id, rank);
        }

        if (category is null)
            return null;
        if (!history.TryGetValue(category, out var chosen))
            history[category] = chosen = new AskedQuestions();
        var question = PickAt(bank.Shelf(category, scope), chosen, best.Level, random);

        // No level is below an earlier pick's, so that the least level is what was asked longest ago, whatever the scopes
        // were; and a question new to an old pack joins the turn that is going on, instead of being asked until it has caught up.
        var level = Math.Max(best.Level + 1, history.Values.Max(a => a.HighestLevel));
        var pick = history.Values.Max(a => a.LastAsked ?? 0) + 1;
        chosen.Record(question.Id, level, pick);
        return question;
    }

    private static int LowestLevel(IReadOnlyList<Question> shelf, AskedQuestions? asked)
    {
        if (asked is null || asked.Count < shelf.Count)
            return 0;
        var lowest = int.MaxValue;
        foreach (var question in shelf)
        {
            lowest = Math.Min(lowest, asked.Level(question.Id));
            if (lowest == 0)
                break;
        }

        return lowest;
    }

    private static Question PickAt(IReadOnlyList<Question> shelf, AskedQuestions asked, int level, Random random)
    {
        // In a large pack nearly every probe hits; the scan is for the last few.
        for (var probe = 0; probe < Probes; probe++)
        {
            var candidate = shelf[random.Next(shelf.Count)];
            if (asked.Level(candidate.Id) == level && !asked.WasLast(candidate.Id))
                return candidate;
        }

        var left = shelf.Where(q => asked.Level(q.Id) == level).ToList();
        if (left.Count > 1)
            left.RemoveAll(q => asked.WasLast(q.Id));
        return left[random.Next(left.Count)];
    }
}
