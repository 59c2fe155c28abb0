using QuizBot.Engine.Answers;
using QuizBot.Engine.Scoring;

namespace QuizBot.Storage.Answers;

/// <summary>Gathers what a group of changes writes: each answer once, and the tallies' differences.</summary>
internal sealed class AnswerGroup
{
    private readonly HashSet<Answer> _changed = [];
    private readonly Dictionary<(long RoundId, int Choice), int> _tallies = [];
    private readonly HashSet<(long DailyId, long MemberId)> _streaks = [];

    /// <summary>The streaks that answers after the close have changed.</summary>
    public IReadOnlyCollection<(long DailyId, long MemberId)> Streaks => _streaks;

    /// <summary>Applies a change; false where it changes nothing.</summary>
    /// <param name="change">The change.</param>
    /// <param name="answer">The answer it is about.</param>
    /// <param name="isNew">Whether the answer is not stored yet.</param>
    /// <param name="dailyId">The round's daily, or null.</param>
    public bool Apply(AnswerChange change, Answer answer, bool isNew, long? dailyId)
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

        if (change.AfterClose)
            Settle(answer, isNew, dailyId);
        return true;
    }

    public RowsJson AnswerRows()
    {
        var rows = new RowsJson();
        foreach (var answer in _changed.OrderBy(a => a.RoundId).ThenBy(a => a.MemberId))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(answer.RoundId);
            row.WriteNumberValue(answer.MemberId);
            row.WriteStringValue(answer.Marks);
            row.WriteNullable(answer.Choice);
            row.WriteStringValue(StorableText.Of(answer.Text));
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
        foreach (var ((round, choice), members) in _tallies.Where(t => t.Value != 0).OrderBy(t => t.Key.RoundId).ThenBy(t => t.Key.Choice))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round);
            row.WriteNumberValue(choice);
            row.WriteNumberValue(members);
            rows.EndRow();
        }

        return rows;
    }

    // The round's settlement may be over, and there is nothing to grade: the answer counts for the streak from now on. One
    // that stood at the close is left to the settlement.
    private void Settle(Answer answer, bool isNew, long? dailyId)
    {
        if (isNew && !answer.Settled)
            answer.Settle(right: null, points: 0);
        if (answer.Settled && dailyId is { } daily)
            _streaks.Add((daily, answer.MemberId));
    }

    private static int? Place(Answer answer) => answer.Stands ? answer.Choice ?? Tally.NoChoice : null;

    private void Count(long round, int? choice, int members)
    {
        if (choice is { } place)
            _tallies[(round, place)] = _tallies.GetValueOrDefault((round, place)) + members;
    }
}
