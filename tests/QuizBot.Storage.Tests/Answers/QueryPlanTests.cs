using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QuizBot.Storage.Answers;
using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>No statement that answers wait for reads a table from end to end.</summary>
public sealed partial class QueryPlanTests() : DatabaseTest(StorageProvider.Sqlite)
{
    private static readonly AnswerSql Answer = new(new SqliteDialect());
    private static readonly PointSql Point = new(new SqliteDialect());

    // Not KeepMembers: its plan lists what a foreign key already violated would need, and none ever is.
    public static TheoryData<string> Statements =>
    [
        Answer.HoldRounds, Answer.Known, Answer.KeepAnswers, Answer.AddTallies, Answer.Unsettled, Answer.Settle,
        Point.LaterClosed, Point.AddScores, Point.AddTopicRecords, Point.AddStreaks, Point.RecountStreaks,
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Plan_OfAStatement_SearchesByKeys(string sql)
    {
        var plan = await PlanAsync(sql);
        Assert.NotEmpty(plan);
        // What is scanned is the parameter, or the few rows of a subquery.
        Assert.DoesNotContain(plan, step => TableScan().IsMatch(step));
    }

    [Fact]
    public async Task Plan_OfAMembersHistory_UsesItsIndex()
    {
        await using var db = await Database.ReadAsync(Cancellation);
        var sql = db.Answers.Where(a => a.MemberId == 1 && a.Settled).Select(a => a.Points).ToQueryString();
        Assert.Contains("SEARCH a USING INDEX ix_answers_member_id (member_id=?)", await PlanAsync(sql));
    }

    [GeneratedRegex("^SCAN (rounds|members|m|answers|a|d|tallies|scores|topic_records|streaks)\\b")]
    private static partial Regex TableScan();

    private async Task<List<string>> PlanAsync(string sql)
    {
        await using var db = await Database.ReadAsync(Cancellation);
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "explain query plan " + sql;
        foreach (var name in ParameterNames().Matches(sql).Select(m => m.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, name == "@rows" ? "[]" : 0L);
            command.Parameters.Add(parameter);
        }

        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            plan.Add(reader.GetString(3));
        return plan;
    }

    [GeneratedRegex("@[a-z]+")]
    private static partial Regex ParameterNames();
}
