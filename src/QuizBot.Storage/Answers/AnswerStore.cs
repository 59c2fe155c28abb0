using QuizBot.Engine.Answers;
using QuizBot.Engine.Rounds;

namespace QuizBot.Storage.Answers;

/// <summary>Writes answers in groups: one transaction, and a handful of statements, for any number of them.</summary>
public sealed class AnswerStore
{
    private readonly Database _database;
    private readonly AnswerSql _sql;
    private readonly MemberKeys _members = new();

    internal AnswerStore(Database database) => (_database, _sql) = (database, new AnswerSql(database.Dialect));

    /// <summary>Writes a group. When it returns, all of it is durable; when it throws, none of it is.</summary>
    /// <returns>An outcome for each change, in their order.</returns>
    public async Task<AnswerOutcome[]> WriteAsync(IReadOnlyList<AnswerChange> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await using var transaction = await _database.WriteAsync(cancellation);
        var run = new SqlRunner(transaction.Db);
        var statuses = await RoundStatusesAsync(run, changes, cancellation);
        var accepted = changes.Where(Takes).ToList();
        var members = await MemberIdsAsync(run, accepted, cancellation);
        var answers = await KnownAnswersAsync(run, accepted, members, cancellation);

        var group = new AnswerGroup();
        var outcomes = new AnswerOutcome[changes.Count];
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            if (!Takes(change))
            {
                outcomes[i] = new AnswerOutcome(AnswerStatus.NotOpen, null, 0);
                continue;
            }

            var key = (change.RoundId, members[(change.WorkspaceId, change.MemberExternalId)]);
            if (!answers.TryGetValue(key, out var answer))
                answers[key] = answer = new Answer(key.RoundId, key.Item2);
            var changed = group.Apply(change, answer);
            outcomes[i] = new AnswerOutcome(changed ? AnswerStatus.Recorded : AnswerStatus.Unchanged, answer, key.Item2);
        }

        using (var rows = group.AnswerRows())
            await run.RunAsync(_sql.KeepAnswers, rows, cancellation);
        using (var rows = group.TallyRows())
            await run.RunAsync(_sql.AddTallies, rows, cancellation);
        await transaction.CommitAsync(cancellation);

        // Only what is committed may be remembered.
        foreach (var change in accepted)
            _members.Keep(change.WorkspaceId, change.MemberExternalId, change.MemberName, members[(change.WorkspaceId, change.MemberExternalId)]);
        return outcomes;

        bool Takes(AnswerChange change) => statuses.TryGetValue(change.RoundId, out var status)
            && (change.AfterClose ? status is RoundStatus.Closing or RoundStatus.Closed : status == RoundStatus.Open);
    }

    /// <summary>The next answer of this member writes their name and presence again.</summary>
    public void ForgetMember(long workspaceId, string externalId) => _members.Forget(workspaceId, externalId);

    private async Task<Dictionary<long, RoundStatus>> RoundStatusesAsync(
        SqlRunner run, IReadOnlyList<AnswerChange> changes, CancellationToken cancellation)
    {
        var statuses = new Dictionary<long, RoundStatus>();
        using var rows = new RowsJson();
        foreach (var round in changes.Select(c => c.RoundId).Distinct())
        {
            rows.BeginRow().WriteNumberValue(round);
            rows.EndRow();
        }

        await run.ReadAsync(_sql.RoundStatuses, rows, r => statuses[r.GetInt64(0)] = (RoundStatus)r.GetInt32(1), cancellation);
        return statuses;
    }

    private async Task<Dictionary<(long WorkspaceId, string ExternalId), long>> MemberIdsAsync(
        SqlRunner run, List<AnswerChange> changes, CancellationToken cancellation)
    {
        var ids = new Dictionary<(long, string), long>();
        var unknown = new Dictionary<(long, string), string>();
        foreach (var change in changes)
        {
            var key = (change.WorkspaceId, change.MemberExternalId);
            if (_members.Find(change.WorkspaceId, change.MemberExternalId, change.MemberName) is { } id)
                ids[key] = id;
            else
                unknown[key] = change.MemberName;
        }

        using var rows = new RowsJson();
        // In one order everywhere, so that two hosts never wait for each other's rows.
        foreach (var ((workspace, external), name) in unknown.OrderBy(u => u.Key))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(workspace);
            row.WriteStringValue(external);
            row.WriteStringValue(name);
            row.WriteBooleanValue(false);
            rows.EndRow();
        }

        await run.ReadAsync(_sql.KeepMembers, rows, r => ids[(r.GetInt64(0), r.GetString(1))] = r.GetInt64(3), cancellation);
        return ids;
    }

    private async Task<Dictionary<(long RoundId, long MemberId), Answer>> KnownAnswersAsync(
        SqlRunner run, List<AnswerChange> changes, Dictionary<(long, string), long> members, CancellationToken cancellation)
    {
        var answers = new Dictionary<(long, long), Answer>();
        using var rows = new RowsJson();
        foreach (var (round, member) in changes
            .Select(c => (c.RoundId, members[(c.WorkspaceId, c.MemberExternalId)])).Distinct())
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round);
            row.WriteNumberValue(member);
            rows.EndRow();
        }

        await run.ReadAsync(_sql.Answers, rows, r => answers[(r.GetInt64(0), r.GetInt64(1))] = AnswerReader.Read(r), cancellation);
        return answers;
    }
}
