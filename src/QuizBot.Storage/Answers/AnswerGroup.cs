using QuizBot.Engine.Answers;
using QuizBot.Engine.Scoring;

namespace QuizBot.Storage.Answers;

/// <summary>Gathers what a group of changes writes: each answer once, and the tallies' differences.</summary>
internal sealed class AnswerGroup
{
    private readonly HashSet<Answer> _changed = [];
    private readonly Dictionary<(long RoundId, int Choice), int> _tallies = [];

    public bool Apply(AnswerChange change, Answer answer)
    {
        var before = Place(answer);
        if (!change.Apply(answer))
            return false;
        _changed.Add(answer);
        var after = Place(answer);
        if (before != after)
        {
            Count(answer.RoundId, before, -1);
            Count(answer.RoundId, after, 1);
        }

        return true;
    }

    public RowsJson AnswerRows()
    {
        var rows = new RowsJson();
        foreach (var answer in _changed.OrderBy(a => (a.RoundId, a.MemberId)))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(answer.RoundId);
            row.WriteNumberValue(answer.MemberId);
            row.WriteStringValue(answer.Marks);
            row.WriteNullable(answer.Choice);
            row.WriteStringValue(answer.Text);
            row.WriteNullable((int?)answer.SelfMark);
            row.WriteNumberValue(answer.Order);
            row.WriteBooleanValue(answer.Settled);
            rows.EndRow();
        }

        return rows;
    }

    public RowsJson TallyRows()
    {
        var rows = new RowsJson();
        foreach (var ((round, choice), members) in _tallies.Where(t => t.Value != 0).OrderBy(t => t.Key))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round);
            row.WriteNumberValue(choice);
            row.WriteNumberValue(members);
            rows.EndRow();
        }

        return rows;
    }

    private static int? Place(Answer answer) => answer.Stands ? answer.Choice ?? Tally.NoChoice : null;

    private void Count(long round, int? choice, int members)
    {
        if (choice is { } place)
            _tallies[(round, place)] = _tallies.GetValueOrDefault((round, place)) + members;
    }
}
