using System.Text.Json;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Answers;
using QuizBot.Storage.Conversions;

namespace QuizBot.Storage.Posting;

/// <summary>
/// Writes what posting many dailies at once leaves, a statement a table instead of one a row: ten thousand channels due at
/// the same minute would keep the change tracker busy for seconds.
/// </summary>
public sealed class PostingStore
{
    private readonly PostingSql _sql;

    internal PostingStore(Database database) => _sql = new PostingSql(database.Dialect);

    /// <summary>Writes dailies that were taken, their rounds, which get their ids, and what their channels were asked.</summary>
    public async Task KeepAsync(
        WriteTransaction transaction, IReadOnlyCollection<Daily> dailies, IReadOnlyCollection<Round> rounds,
        IReadOnlyCollection<AskedCategory> asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var run = new SqlRunner(transaction.Db);
        using (var rows = DailyRows(dailies))
            await run.RunAsync(_sql.KeepDailies, rows, cancellation);
        await KeepAskedAsync(run, asked, cancellation);
        var byKey = rounds.ToDictionary(r => r.PostKey);
        using (var rows = RoundRows(rounds))
            await run.ReadAsync(_sql.AddRounds, rows, r => byKey[r.GetString(1)].Stored(r.GetInt64(0)), cancellation);
    }

    /// <summary>Writes what channels were asked.</summary>
    public Task KeepAskedAsync(WriteTransaction transaction, IReadOnlyCollection<AskedCategory> asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return KeepAskedAsync(new SqlRunner(transaction.Db), asked, cancellation);
    }

    /// <summary>Writes rounds that were opened, as <see cref="Round.Open"/> left them.</summary>
    /// <returns>The ids of those that were posting still; the others were opened or given up by somebody else.</returns>
    public async Task<IReadOnlySet<long>> OpenAsync(
        WriteTransaction transaction, IReadOnlyCollection<Round> rounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var opened = new HashSet<long>();
        using var rows = OpenRows(rounds);
        await new SqlRunner(transaction.Db).ReadAsync(_sql.OpenRounds, rows, r => opened.Add(r.GetInt64(0)), cancellation);
        return opened;
    }

    /// <summary>Writes open rounds that were furnished, as <see cref="Round.Furnish"/> left them.</summary>
    /// <returns>The ids of those that were open and lacked it.</returns>
    public async Task<IReadOnlySet<long>> FurnishAsync(
        WriteTransaction transaction, IReadOnlyCollection<Round> rounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var furnished = new HashSet<long>();
        using var rows = new RowsJson();
        foreach (var round in rounds.OrderBy(r => r.Id))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round.Id);
            row.WriteStringValue(round.ThreadId);
            rows.EndRow();
        }

        await new SqlRunner(transaction.Db).ReadAsync(_sql.FurnishRounds, rows, r => furnished.Add(r.GetInt64(0)), cancellation);
        return furnished;
    }

    private async Task KeepAskedAsync(SqlRunner run, IReadOnlyCollection<AskedCategory> asked, CancellationToken cancellation)
    {
        using var rows = AskedRows(asked);
        await run.RunAsync(_sql.KeepAsked, rows, cancellation);
    }

    private static RowsJson DailyRows(IEnumerable<Daily> dailies)
    {
        var rows = new RowsJson();
        foreach (var daily in dailies)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(daily.Id);
            row.WriteNullable(daily.NextDue is { } due ? Microseconds.Of(due) : null);
            row.WriteStringValue(daily.PausedBecause);
            row.WriteNumberValue(daily.Posted);
            row.WriteNullable(daily.LastDate is { } date ? LocalDateConverter.ToNumber(date) : (int?)null);
            row.WriteStringValue(daily.Missed);
            rows.EndRow();
        }

        return rows;
    }

    private static RowsJson RoundRows(IEnumerable<Round> rounds)
    {
        var rows = new RowsJson();
        foreach (var round in rounds)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round.ChannelId);
            row.WriteNullable(round.DailyId);
            row.WriteNullable(round.Date is { } date ? LocalDateConverter.ToNumber(date) : (int?)null);
            row.WriteNumberValue(round.Number);
            row.WriteStringValue(JsonSerializer.Serialize(round.Question, QuestionJson.Default.Question));
            row.WriteNumberValue(round.Seed);
            row.WriteStringValue(round.PostKey);
            row.WriteNumberValue((int)round.Ways);
            row.WriteNumberValue(Microseconds.Of(round.Due));
            row.WriteNumberValue(Microseconds.Of(round.Closes));
            row.WriteStringValue(round.Note);
            row.WriteNullable(round.RetryAt is { } at ? Microseconds.Of(at) : null);
            rows.EndRow();
        }

        return rows;
    }

    private static RowsJson AskedRows(IEnumerable<AskedCategory> asked)
    {
        var rows = new RowsJson();
        foreach (var category in asked)
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(category.ChannelId);
            row.WriteStringValue(category.Category);
            row.WriteStringValue(Convert.ToHexString(category.Asked));
            rows.EndRow();
        }

        return rows;
    }

    private static RowsJson OpenRows(IEnumerable<Round> rounds)
    {
        var rows = new RowsJson();
        foreach (var round in rounds.OrderBy(r => r.Id))
        {
            var row = rows.BeginRow();
            row.WriteNumberValue(round.Id);
            row.WriteStringValue(round.MessageId);
            row.WriteNumberValue(Microseconds.Of(round.Opened!.Value));
            row.WriteNumberValue(Microseconds.Of(round.Closes));
            row.WriteBooleanValue(round.Furnished);
            rows.EndRow();
        }

        return rows;
    }
}
