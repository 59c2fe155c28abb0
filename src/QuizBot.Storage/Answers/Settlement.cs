using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Storage.Conversions;
using Period = QuizBot.Engine.Scoring.Period;

namespace QuizBot.Storage.Answers;

/// <summary>
/// Turns the answers of a closed round into points: each answer once, a few hundred to a transaction, so that a large round
/// holds up nobody and a crash in the middle loses and doubles nothing.
/// </summary>
public sealed class Settlement
{
    private const int GroupSize = 500;
    private readonly Database _database;
    private readonly AnswerSql _answers;
    private readonly PointSql _points;
    private readonly StreakBook _streaks;

    internal Settlement(Database database) => (_database, _answers, _points, _streaks) =
        (database, new AnswerSql(database.Dialect), new PointSql(database.Dialect), new StreakBook(database.Dialect));

    /// <summary>Settles every answer of the round that is not settled yet.</summary>
    /// <param name="round">A round that takes no more answers.</param>
    /// <param name="workspaceId">Its workspace.</param>
    /// <param name="day">The workspace's local day of its close.</param>
    /// <param name="judge">Whether an answer is right (null: not graded) and what it earns.</param>
    /// <param name="cancellation">Gives up between groups; the rest is settled by the next call.</param>
    public async Task SettleAsync(
        Round round, long workspaceId, LocalDate day, Func<Answer, (bool? Right, int Points)> judge, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(judge);
        long? last = 0;
        while (last is { } after)
            last = await _database.RetryAsync(() => SettleGroupAsync(round, after, workspaceId, day, judge, cancellation));
    }

    // The last member of the group, or null where nobody is left.
    private async Task<long?> SettleGroupAsync(
        Round round, long after, long workspaceId, LocalDate day, Func<Answer, (bool? Right, int Points)> judge, CancellationToken cancellation)
    {
        await using var transaction = await _database.WriteAsync(cancellation);
        // Held, so that two hosts never settle the same answers.
        if (await transaction.TakeRoundAsync(round.Id, cancellation) is not { Status: RoundStatus.Closing })
            return null;
        var run = new SqlRunner(transaction.Db);
        var answers = new List<Answer>();
        await run.ReadAsync(
            _answers.Unsettled, r => answers.Add(AnswerReader.Read(r, 1, round.Id, r.GetInt64(0))), cancellation,
            ("@round", round.Id), ("@after", after), ("@most", GroupSize));
        foreach (var answer in answers)
        {
            var (right, points) = answer.Stands ? judge(answer) : (null, 0);
            answer.Settle(right, points);
        }

        using (var rows = SettledRows(answers))
            await run.RunAsync(_answers.Settle, rows, cancellation);
        var graded = answers.FindAll(a => a.Right is not null);
        using (var rows = ScoreRows(graded, round.Question.Category, workspaceId, day))
            await run.RunAsync(_points.AddScores, rows, cancellation);
        using (var rows = TopicRows(graded, round))
            await run.RunAsync(_points.AddTopicRecords, rows, cancellation);
        if (round.DailyId is { } daily)
            await _streaks.AddAsync(run, daily, round.Number, [.. answers.Where(a => a.Stands).Select(a => a.MemberId)], cancellation);
        await transaction.CommitAsync(cancellation);
        return answers.Count < GroupSize ? null : answers[^1].MemberId;
    }

    private static RowsJson SettledRows(List<Answer> answers)
    {
        var rows = new RowsJson();
        foreach (var answer in answers)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(answer.RoundId);
            row.WriteNumberValue(answer.MemberId);
            row.WriteNullable(answer.Right);
            row.WriteNumberValue(answer.Points);
            rows.EndRow();
        }

        return rows;
    }

    private static RowsJson ScoreRows(List<Answer> answers, string category, long workspaceId, LocalDate day)
    {
        var rows = new RowsJson();
        // Key by key in the primary key's order: neighbours on the same page, and no dead-lock between hosts.
        foreach (var period in Period.AllContaining(day))
        {
            foreach (var shelf in new[] { Score.AllCategories, category })
            {
                foreach (var answer in answers)
                {
                    var row = rows.BeginRow();
                    row.WriteNumberValue(workspaceId);
                    row.WriteNumberValue((int)period.Kind);
                    row.WriteNumberValue(LocalDateConverter.ToNumber(period.Start));
                    row.WriteStringValue(shelf);
                    row.WriteNumberValue(answer.MemberId);
                    row.WriteNumberValue(answer.Points);
                    row.WriteNumberValue(1);
                    row.WriteNumberValue(answer.Right == true ? 1 : 0);
                    rows.EndRow();
                }
            }
        }

        return rows;
    }

    private static RowsJson TopicRows(List<Answer> answers, Round round)
    {
        var rows = new RowsJson();
        foreach (var answer in answers)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(answer.MemberId);
            row.WriteStringValue(round.Question.Topic);
            row.WriteStringValue(round.Question.Category);
            row.WriteNumberValue(1);
            row.WriteNumberValue(answer.Right == true ? 1 : 0);
            rows.EndRow();
        }

        return rows;
    }
}
