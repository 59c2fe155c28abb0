using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Storage;

namespace QuizBot.Benchmarks;

/// <summary>
/// Members answer in many channels at once, through the whole way in: event, round, group, durable commit at synchronous FULL,
/// with the round's tally in the same transaction. Beside it the same rows as a bare batched insert.
/// </summary>
internal static class AnswersScenario
{
    private const int Channels = 1_000;
    private const int MembersPerChannel = 200;
    private const int AtOnce = 600;
    private static readonly string[] Keycaps = ["1️⃣", "2️⃣"];

    public static async Task<int> RunAsync()
    {
        await using var bot = await Bot.StartAsync();
        await Town.BuildAsync(bot, Channels);
        var rounds = await Town.PostAsync(bot);
        var events = bot.Services.GetRequiredService<IChatEvents>();
        await KnowAsync(bot, MembersPerChannel);
        var (meeting, meetings) = await AnswerAsync(events, rounds, membersFrom: 1_000_000, members: 50);
        Report("first answers of members never seen", meetings, meeting);

        var (taken, waits) = await AnswerAsync(events, rounds, membersFrom: 0, MembersPerChannel);
        Report("first answers of known members", waits, taken);
        var (changing, changes) = await AnswerAsync(events, rounds, membersFrom: 0, MembersPerChannel, choice: 1);
        Report("changed answers", changes, changing);

        var bare = BareInserts(Channels * MembersPerChannel);
        Console.WriteLine($"bare batched inserts: {Channels * MembersPerChannel / bare.TotalSeconds:N0} a second; ratio of known members' first answers to it: {bare / taken:F2}");
        return 0;
    }

    private static async Task<(TimeSpan Taken, double[] Milliseconds)> AnswerAsync(
        IChatEvents events, IReadOnlyList<(MessageRef Message, int Choices)> rounds, int membersFrom, int members, int choice = 0)
    {
        var waits = new double[rounds.Count * members];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < waits.Length; i = Interlocked.Increment(ref next))
            {
                var member = new ChatMember($"m{membersFrom + (i / rounds.Count)}", $"Member {i / rounds.Count}");
                var order = TimeProvider.System.GetUtcNow().Ticks / 10;
                var begun = Stopwatch.GetTimestamp();
                await events.HandleAsync(
                    new ReactionChanged("", rounds[i % rounds.Count].Message, member, Keycaps[choice], Added: true, order), CancellationToken.None);
                waits[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        })));
        return (Stopwatch.GetElapsedTime(started), waits);
    }

    private static async Task KnowAsync(Bot bot, int members)
    {
        await using var transaction = await bot.Services.GetRequiredService<Database>().WriteAsync(CancellationToken.None);
        await transaction.Db.Database.ExecuteSqlAsync($"""
            insert into members (workspace_id, external_id, name, has_left)
            with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {members})
            select w.id, 'm' || i, 'Member ' || i, 0 from workspaces w, n
            """);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static void Report(string what, double[] waits, TimeSpan taken)
    {
        Array.Sort(waits);
        Console.WriteLine(
            $"{what}: {waits.Length / taken.TotalSeconds:N0} a second ({waits.Length:N0} in {taken.TotalSeconds:F2} s); "
            + $"acknowledged p50 {waits[waits.Length / 2]:F1} ms, p99 {waits[(int)(waits.Length * 0.99)]:F1} ms, max {waits[^1]:F1} ms");
    }

    private static TimeSpan BareInserts(int count)
    {
        var file = Path.GetTempFileName();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = full; create table answers (round_id integer, member_id integer, marks text, choice integer, given integer, points integer, settled integer, primary key (round_id, member_id)) without rowid");
        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < count;)
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.CommandText = "insert into answers values ($round, $member, $marks, 0, $given, 0, 0)";
            var (round, member) = (command.Parameters.Add("$round", SqliteType.Integer), command.Parameters.Add("$member", SqliteType.Integer));
            var (marks, given) = (command.Parameters.Add("$marks", SqliteType.Text), command.Parameters.Add("$given", SqliteType.Integer));
            for (var inGroup = 0; inGroup < 500 && at < count; inGroup++, at++)
            {
                (round.Value, member.Value) = (at % Channels, at / Channels);
                (marks.Value, given.Value) = ($"r0+{at + 1_700_000_000_000_000}", at);
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var taken = Stopwatch.GetElapsedTime(started);
        connection.Close();
        File.Delete(file);
        return taken;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
