using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Scoring;
using QuizBot.Storage.Conversions;
using Period = QuizBot.Engine.Scoring.Period;

namespace QuizBot.Storage.Answers;

/// <summary>
/// Counts a workspace's tallies, scores, topic records and streaks afresh from its rounds and answers, in one transaction.
/// Needed only where somebody changed the database by hand, or a fault put it out of step; nobody can answer meanwhile.
/// </summary>
public sealed class Recount
{
    private const int RoundsAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private readonly Database _database;
    private readonly RecountSql _sql;

    internal Recount(Database database) => (_database, _sql) = (database, new RecountSql(database.Dialect));

    /// <summary>Counts afresh. A round counts on the day of its close in the workspace's zone, UTC where it has none.</summary>
    /// <returns>False where there is no such workspace.</returns>
    public Task<bool> RunAsync(long workspaceId, CancellationToken cancellation) =>
        _database.RetryAsync(() => CountAsync(workspaceId, cancellation));

    private async Task<bool> CountAsync(long workspaceId, CancellationToken cancellation)
    {
        await using var transaction = await _database.WriteAsync(cancellation);
        if (await transaction.Db.Workspaces.FindAsync([workspaceId], cancellation) is not { } workspace)
            return false;
        var zone = workspace.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : DateTimeZone.Utc;
        transaction.Db.Database.SetCommandTimeout(Patience);
        var run = new SqlRunner(transaction.Db);
        (string, object) of = ("@workspace", workspaceId);
        foreach (var statement in _sql.Clear)
            await run.RunAsync(statement, cancellation, of);
        await run.RunAsync(_sql.Tallies, cancellation, of);
        await run.RunAsync(_sql.Streaks, cancellation, of);

        long last = 0;
        while (await ClosedAsync(run, workspaceId, last, cancellation) is { Count: > 0 } rounds)
        {
            last = rounds[^1].Id;
            using (var rows = ScoreRows(rounds, zone))
                await run.RunAsync(_sql.Scores, rows, cancellation, of);
            using (var rows = TopicRows(rounds))
                await run.RunAsync(_sql.TopicRecords, rows, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<List<ClosedRound>> ClosedAsync(SqlRunner run, long workspaceId, long after, CancellationToken cancellation)
    {
        var rounds = new List<ClosedRound>();
        await run.ReadAsync(_sql.ClosedRounds, Add, cancellation, ("@workspace", workspaceId), ("@after", after), ("@most", RoundsAtOnce));
        return rounds;

        void Add(DbDataReader row)
        {
            var question = QuestionConverter.Read(row.GetString(2));
            rounds.Add(new ClosedRound(row.GetInt64(0), Microseconds.ToInstant(row.GetInt64(1)), question.Category, question.Topic));
        }
    }

    private static RowsJson ScoreRows(List<ClosedRound> rounds, DateTimeZone zone)
    {
        var rows = new RowsJson();
        foreach (var round in rounds)
        {
            foreach (var period in Period.AllContaining(round.Closed.InZone(zone).Date))
            {
                foreach (var shelf in new[] { Score.AllCategories, round.Category })
                {
                    var row = rows.BeginRow();
                    row.WriteNumberValue(round.Id);
                    row.WriteNumberValue((int)period.Kind);
                    row.WriteNumberValue(LocalDateConverter.ToNumber(period.Start));
                    row.WriteStringValue(shelf);
                    rows.EndRow();
                }
            }
        }

        return rows;
    }

    private static RowsJson TopicRows(List<ClosedRound> rounds)
    {
        var rows = new RowsJson();
        foreach (var round in rounds)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round.Id);
            row.WriteStringValue(round.Topic);
            row.WriteStringValue(round.Category);
            rows.EndRow();
        }

        return rows;
    }

    private readonly record struct ClosedRound(long Id, Instant Closed, string Category, string Topic);
}
