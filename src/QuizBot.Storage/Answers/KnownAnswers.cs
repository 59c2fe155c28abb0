using System.Data.Common;
using QuizBot.Engine.Answers;

namespace QuizBot.Storage.Answers;

/// <summary>The members and answers that a group of changes is about, each answer once.</summary>
internal sealed class KnownAnswers(IReadOnlyList<AnswerChange> changes)
{
    private readonly (long Id, bool Current)[] _members = new (long, bool)[changes.Count];
    private readonly Dictionary<(long RoundId, long MemberId), (Answer Answer, bool IsNew)> _answers = [];

    /// <summary>Whether the member of the change at this position is known.</summary>
    public bool Has(int position) => _members[position].Id != 0;

    /// <summary>Whether the member is known as the change names them, and present.</summary>
    public bool IsCurrent(int position) => _members[position].Current;

    /// <summary>Takes in a row of <see cref="AnswerSql.Known"/>.</summary>
    public void Read(DbDataReader row)
    {
        var (position, member) = (row.GetInt32(0), row.GetInt64(1));
        _members[position] = (member, row.GetBoolean(2));
        var round = changes[position].RoundId;
        if (!row.IsDBNull(3) && !_answers.ContainsKey((round, member)))
            _answers[(round, member)] = (AnswerReader.Read(row, 3, round, member), false);
    }

    /// <summary>The stored answer that a change is about, or a new one.</summary>
    public (Answer Answer, bool IsNew) Of(int position)
    {
        var (round, member) = (changes[position].RoundId, _members[position].Id);
        if (!_answers.TryGetValue((round, member), out var known))
            _answers[(round, member)] = known = (new Answer(round, member), true);
        return known;
    }
}
