using QuizBot.Engine.Rounds;

namespace QuizBot.Storage.Answers;

/// <summary>Writes answers in groups: one transaction, and a handful of statements, for any number of them.</summary>
public sealed class AnswerStore
{
    private readonly Database _database;
    private readonly AnswerSql _sql;
    private readonly StreakBook _streaks;

    internal AnswerStore(Database database) =>
        (_database, _sql, _streaks) = (database, new AnswerSql(database.Dialect), new StreakBook(database.Dialect));

    /// <summary>Writes a group. When it returns, all of it is durable; when it throws, none of it is.</summary>
    /// <returns>An outcome for each change, in their order.</returns>
    public async Task<AnswerOutcome[]> WriteAsync(IReadOnlyList<AnswerChange> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
            return [];
        await using var transaction = await _database.WriteAsync(cancellation);
        var run = new SqlRunner(transaction.Db);
        var rounds = await HoldRoundsAsync(run, changes, cancellation);
        var accepted = Enumerable.Range(0, changes.Count)
            .Where(i => rounds.TryGetValue(changes[i].RoundId, out var round) && round.Takes(changes[i])).ToList();
        var known = await KnownAnswersAsync(run, changes, accepted, cancellation);

        var group = new AnswerGroup();
        var outcomes = new AnswerOutcome[changes.Count];
        Array.Fill(outcomes, new AnswerOutcome(AnswerStatus.NotOpen, null, 0));
        foreach (var i in accepted)
        {
            var (answer, isNew) = known.Of(i);
            var changed = group.Apply(changes[i], answer, isNew, rounds[answer.RoundId].DailyId);
            outcomes[i] = new AnswerOutcome(changed ? AnswerStatus.Recorded : AnswerStatus.Unchanged, answer, answer.MemberId);
        }

        using (var rows = group.AnswerRows())
            await run.RunAsync(_sql.KeepAnswers, rows, cancellation);
        using (var rows = group.TallyRows())
            await run.RunAsync(_sql.AddTallies, rows, cancellation);
        await _streaks.RecountAsync(run, group.Streaks, cancellation);
        await transaction.CommitAsync(cancellation);
        return outcomes;
    }

    private async Task<Dictionary<long, HeldRound>> HoldRoundsAsync(
        SqlRunner run, IReadOnlyList<AnswerChange> changes, CancellationToken cancellation)
    {
        var rounds = new Dictionary<long, HeldRound>();
        using var rows = new RowsJson();
        foreach (var round in changes.Select(c => c.RoundId).Distinct())
        {
            rows.BeginRow().WriteNumberValue(round);
            rows.EndRow();
        }

        await run.ReadAsync(
            _sql.HoldRounds, rows,
            r => rounds[r.GetInt64(0)] = new HeldRound((RoundStatus)r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt64(2)), cancellation);
        return rounds;
    }

    private async Task<KnownAnswers> KnownAnswersAsync(
        SqlRunner run, IReadOnlyList<AnswerChange> changes, List<int> accepted, CancellationToken cancellation)
    {
        var known = new KnownAnswers(changes);
        await ReadKnownAsync(run, changes, accepted, known, cancellation);
        var stale = accepted.FindAll(i => !known.IsCurrent(i));
        if (stale.Count > 0)
        {
            await KeepMembersAsync(run, stale.Select(i => changes[i]), cancellation);
            await ReadKnownAsync(run, changes, stale.FindAll(i => !known.Has(i)), known, cancellation);
        }

        return known;
    }

    private async Task ReadKnownAsync(
        SqlRunner run, IReadOnlyList<AnswerChange> changes, List<int> positions, KnownAnswers known, CancellationToken cancellation)
    {
        using var rows = new RowsJson();
        foreach (var i in positions)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(i);
            row.WriteNumberValue(changes[i].RoundId);
            row.WriteNumberValue(changes[i].WorkspaceId);
            row.WriteStringValue(changes[i].MemberExternalId);
            row.WriteStringValue(changes[i].MemberName);
            row.WriteBooleanValue(changes[i].IsHearsay);
            rows.EndRow();
        }

        await run.ReadAsync(_sql.Known, rows, known.Read, cancellation);
    }

    // New, renamed, or back again. Of several names in one group the last counts, hearsay only where there is no other.
    private async Task KeepMembersAsync(SqlRunner run, IEnumerable<AnswerChange> changes, CancellationToken cancellation)
    {
        var names = new Dictionary<(long WorkspaceId, string ExternalId), string>();
        foreach (var change in changes.OrderByDescending(c => c.IsHearsay))
            names[(change.WorkspaceId, change.MemberExternalId)] = change.MemberName;
        using var rows = new RowsJson();
        // In one order everywhere, so that two hosts never wait for each other's rows.
        foreach (var ((workspace, external), name) in names.OrderBy(n => n.Key.WorkspaceId).ThenBy(n => n.Key.ExternalId, StringComparer.Ordinal))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(workspace);
            row.WriteStringValue(external);
            row.WriteStringValue(name);
            rows.EndRow();
        }

        await run.RunAsync(_sql.KeepMembers, rows, cancellation);
    }
}
