using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;
using QuizBot.Game.Boards;
using QuizBot.Storage;

namespace QuizBot.Benchmarks;

/// <summary>The leaderboard of one workspace of 10,000 members, after one answer each and after a hundred each.</summary>
internal static class BoardsScenario
{
    private const int Members = 10_000;
    private const int Repeats = 15;

    public static async Task<int> RunAsync()
    {
        await using var bot = await Bot.StartAsync();
        var database = bot.Services.GetRequiredService<Database>();
        var workspace = await BuildAsync(database);
        var today = Town.SystemNow().InUtc().Date;
        await ScoreAsync(database, workspace, today, days: 1);
        var few = await MeasureAsync(bot, workspace, today, "10,000 answers");
        await ScoreAsync(database, workspace, today.PlusDays(-1), days: 99);
        var many = await MeasureAsync(bot, workspace, today, "1,000,000 answers");
        foreach (var kind in Enum.GetValues<PeriodKind>())
            Console.WriteLine($"{kind}: time at 1,000,000 answers is {many[kind] / few[kind]:F2} times the time at 10,000");
        return 0;
    }

    private static async Task<long> BuildAsync(Database database)
    {
        await using var transaction = await database.WriteAsync(CancellationToken.None);
        var workspace = new Workspace("silent", "large");
        transaction.Db.Workspaces.Add(workspace);
        await transaction.Db.SaveChangesAsync();
        transaction.Db.Members.AddRange(Enumerable.Range(0, Members).Select(i => new Member(workspace.Id, $"m{i}", $"Member {i}")));
        await transaction.CommitAsync(CancellationToken.None);
        return workspace.Id;
    }

    // The rows that settling these answers leaves: the boards read nothing else.
    private static async Task ScoreAsync(Database database, long workspace, LocalDate last, int days)
    {
        await using var transaction = await database.WriteAsync(CancellationToken.None);
        for (var day = 0; day < days; day++)
        {
            var category = $"category-{day % 10}";
            foreach (var period in Engine.Scoring.Period.AllContaining(last.PlusDays(-day)))
            {
                foreach (var shelf in new[] { Score.AllCategories, category })
                {
                    await transaction.Db.Database.ExecuteSqlAsync($"""
                        insert into scores (workspace_id, kind, start, category, member_id, points, answered, answered_right)
                        select {workspace}, {(int)period.Kind}, {(period.Start.Year * 10_000) + (period.Start.Month * 100) + period.Start.Day},
                          {shelf}, id, id % 3 * 10, 1, id % 3 > 0 from members where workspace_id = {workspace}
                        on conflict do update set points = points + excluded.points, answered = answered + 1
                        """);
                }
            }
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task<Dictionary<PeriodKind, double>> MeasureAsync(Bot bot, long workspace, LocalDate today, string after)
    {
        var boards = bot.Services.GetRequiredService<ReadBoard>();
        var medians = new Dictionary<PeriodKind, double>();
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            var times = new List<double>();
            for (var i = 0; i < Repeats; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await boards.ReadAsync(workspace, today, new BoardPage(kind, null, 0), "m5000", CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Sort();
            medians[kind] = times[Repeats / 2];
            Console.WriteLine($"{kind} after {after}: top ten and own row in {medians[kind]:F1} ms (median of {Repeats}; worst {times[^1]:F1} ms)");
        }

        return medians;
    }
}
