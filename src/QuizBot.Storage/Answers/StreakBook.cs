using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Answers;

/// <summary>Keeps streaks in step with answers, also where questions close or answers come out of order.</summary>
internal sealed class StreakBook(ISqlDialect dialect)
{
    private readonly PointSql _sql = new(dialect);

    /// <summary>Notes that members have answered a question of a daily; the answers must be settled.</summary>
    public async Task AddAsync(SqlRunner run, long dailyId, int number, IReadOnlyCollection<long> members, CancellationToken cancellation)
    {
        if (members.Count == 0)
            return;
        await HoldAsync(run, dailyId, cancellation);
        if (await run.AnyAsync(_sql.LaterClosed, cancellation, ("@daily", dailyId), ("@number", number)))
        {
            await RecountHeldAsync(run, members.Select(m => (dailyId, m)), cancellation);
            return;
        }

        using var rows = new RowsJson();
        foreach (var member in members.Order())
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(dailyId);
            row.WriteNumberValue(member);
            row.WriteNumberValue(number);
            rows.EndRow();
        }

        await run.RunAsync(_sql.AddStreaks, rows, cancellation);
    }

    /// <summary>Counts streaks afresh.</summary>
    public async Task RecountAsync(SqlRunner run, IReadOnlyCollection<(long DailyId, long MemberId)> streaks, CancellationToken cancellation)
    {
        // In order, so that two hosts never wait for each other.
        foreach (var daily in streaks.Select(s => s.DailyId).Distinct().Order())
            await HoldAsync(run, daily, cancellation);
        await RecountHeldAsync(run, streaks, cancellation);
    }

    private async Task HoldAsync(SqlRunner run, long dailyId, CancellationToken cancellation)
    {
        if (_sql.HoldStreaks is { } hold)
            await run.AnyAsync(hold, cancellation, ("@daily", dailyId));
    }

    private async Task RecountHeldAsync(SqlRunner run, IEnumerable<(long DailyId, long MemberId)> streaks, CancellationToken cancellation)
    {
        using var rows = new RowsJson();
        foreach (var (daily, member) in streaks)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(daily);
            row.WriteNumberValue(member);
            rows.EndRow();
        }

        await run.RunAsync(_sql.RecountStreaks, rows, cancellation);
    }
}
