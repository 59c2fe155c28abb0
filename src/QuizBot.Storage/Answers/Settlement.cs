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
    private readonly AnswerSql _sql;

    internal Settlement(Database database) => (_database, _sql) = (database, new AnswerSql(database.Dialect));

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
        while (await SettleGroupAsync(round, workspaceId, day, judge, cancellation) == GroupSize)
            cancellation.ThrowIfCancellationRequested();
    }

    private async Task<int> SettleGroupAsync(
        Round round, long workspaceId, LocalDate day, Func<Answer, (bool? Right, int Points)> judge, CancellationToken cancellation)
    {
        await using var transaction = await _database.WriteAsync(cancellation);
        // Held, so that two hosts never settle the same answers.
        if (await transaction.TakeRoundAsync(round.Id, cancellation) is not { Status: RoundStatus.Closing })
            return 0;
        var run = new SqlRunner(transaction.Db);
        var answers = new List<Answer>();
        await run.ReadAsync(
            _sql.Unsettled, r => answers.Add(AnswerReader.Read(r)), cancellation, ("@round", round.Id), ("@most", GroupSize));
        foreach (var answer in answers)
        {
            var (right, points) = answer.Stands ? judge(answer) : (null, 0);
            answer.Settle(right, points);
        }

        using (var rows = SettledRows(answers))
            await run.RunAsync(_sql.Settle, rows, cancellation);
        var graded = answers.Where(a => a.Right is not null).ToList();
        using (var rows = ScoreRows(graded, round.Question.Category, workspaceId, day))
            await run.RunAsync(_sql.AddScores, rows, cancellation);
        using (var rows = TopicRows(graded, round))
            await run.RunAsync(_sql.AddTopicRecords, rows, cancellation);
        if (round.DailyId is { } daily)
        {
            using var rows = StreakRows(answers.Where(a => a.Stands), daily, round.Number);
            await run.RunAsync(_sql.AddStreaks, rows, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return answers.Count;
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

    private static RowsJson StreakRows(IEnumerable<Answer> answers, long dailyId, int number)
    {
        var rows = new RowsJson();
        foreach (var answer in answers)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(dailyId);
            row.WriteNumberValue(answer.MemberId);
            row.WriteNumberValue(number);
            rows.EndRow();
        }

        return rows;
    }
}
