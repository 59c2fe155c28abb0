using System.Data.Common;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Answers;
using QuizBot.Testing.Builders;
using Period = QuizBot.Engine.Scoring.Period;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>Whatever is asked, answered and closed in whatever order, the books say what follows from the answers.</summary>
public abstract class HistoryTests(StorageProvider provider) : SettlementTest(provider)
{
    private const int Members = 4;

    private static readonly Gen<Asked> OneAsked = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 40], Gen.Int[0, 1_000], Gen.Int[-1, 4].Array[Members],
        (kind, day, order, choices) => new Asked(kind, day, order, choices));

    private static readonly Gen<(Asked[] Asked, string? Zone)> Histories = Gen.Select(
        OneAsked.Array[1, 7], Gen.Int[0, 2].Select(i => new[] { null, "Pacific/Kiritimati", "America/St_Johns" }[i]));

    [Fact]
    public Task Books_AnyHistory_FollowFromTheAnswers() => Histories.SampleAsync(
        async (asked, zone) =>
        {
            var (workspace, rounds) = await PlayAsync(asked, zone);
            Assert.Equal(Expected(workspace, rounds, asked), await BooksAsync(workspace.Id));
        },
        iter: 15, threads: 1);

    [Fact]
    public Task Recount_AnyHistory_ChangesNothingOfIt() => Histories.SampleAsync(
        async (asked, zone) =>
        {
            var (workspace, _) = await PlayAsync(asked, zone);
            var books = await BooksAsync(workspace.Id);
            Assert.True(await Recount.RunAsync(workspace.Id, Cancellation));
            Assert.Equal(books, await BooksAsync(workspace.Id));
        },
        iter: 10, threads: 1);

    [Fact]
    public async Task Recount_BooksOutOfStep_PutsThemRightAndLeavesOtherWorkspacesAlone()
    {
        Asked[] asked = [new(0, 1, 1, [0, 1, 2, -1]), new(1, 2, 2, [0, 1, -1, -1]), new(2, 2, 3, [1, 2, 3, 4]), new(3, 9, 4, [0, -1, 1, -1])];
        var (one, _) = await PlayAsync(asked, null);
        var (other, _) = await PlayAsync(asked, "Pacific/Kiritimati");
        var (right, theirs) = (await BooksAsync(one.Id), await BooksAsync(other.Id));
        foreach (var table in new[] { "tallies set members = members + 7", "scores set points = 0", "topic_records set answered = 99", "streaks set best = 77" })
            await World.RunSqlAsync($"update {table}");
        await World.RunSqlAsync($"delete from streaks where member_id in (select min(id) from members where workspace_id = {one.Id})");
        var wrong = await BooksAsync(other.Id);

        Assert.True(await Recount.RunAsync(one.Id, Cancellation));
        Assert.Equal(right, await BooksAsync(one.Id));
        Assert.Equal(wrong, await BooksAsync(other.Id));

        Assert.True(await Recount.RunAsync(other.Id, Cancellation));
        Assert.Equal(theirs, await BooksAsync(other.Id));
    }

    [Fact]
    public async Task Recount_NoSuchWorkspace_SaysSo() => Assert.False(await Recount.RunAsync(987_654, Cancellation));

    [Fact]
    public async Task Recount_WhileAnswersArriveAndRoundsSettle_EndsInStep()
    {
        var rounds = new List<Round>();
        for (var number = 2; number <= 9; number++)
            rounds.Add(await World.RoundAsync(Daily, number));
        var recounts = Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await Recount.RunAsync(Workspace.Id, Cancellation);
        }, Cancellation);
        await Task.WhenAll(rounds.Select(round => Task.Run(async () =>
        {
            for (var member = 0; member < 10; member++)
                await WriteAsync(By.Press(round, member, member % 4));
            await CloseAndSettleAsync(round);
        }, Cancellation)));
        await recounts;
        var books = await BooksAsync();

        await Recount.RunAsync(Workspace.Id, Cancellation);

        Assert.Equal(books, await BooksAsync());
        Assert.Contains("score AllTime 0001-01-01 '' U3: ", books, StringComparison.Ordinal);

        // As the bot's queue does: the writer may be the one that loses a dead-lock.
        async Task WriteAsync(AnswerChange change)
        {
            while (true)
            {
                try
                {
                    await Store.WriteAsync([change], Cancellation);
                    return;
                }
                catch (Exception fault) when (fault is DbException { IsTransient: true } or { InnerException: DbException { IsTransient: true } })
                {
                    // Nothing was written.
                }
            }
        }
    }

    private async Task<(Workspace Workspace, List<Round> Rounds)> PlayAsync(Asked[] asked, string? zone)
    {
        var workspace = await World.WorkspaceAsync(zone);
        var daily = await World.DailyAsync(await World.ChannelAsync(workspace));
        var by = new Changes(workspace.Id);
        var rounds = new List<Round>();
        for (var i = 0; i < asked.Length; i++)
            rounds.Add(await World.RoundAsync(daily, i + 1, asked[i].Question()));
        await using var otherHost = Test.NewServices();
        var other = Provider == StorageProvider.Sqlite ? Settlement : otherHost.GetRequiredService<Settlement>();

        var order = Enumerable.Range(0, asked.Length).OrderBy(i => asked[i].Order).ToList();
        foreach (var i in order)
        {
            if (asked[i].Kind != Asked.Open)
                await Store.WriteAsync([.. asked[i].Answers(by, rounds[i])], Cancellation);
            rounds[i] = await World.CloseAsync(rounds[i], asked[i].Closed);
        }

        // All at once, each by two hosts, while prompts are being marked.
        await Task.WhenAll(order.SelectMany(i => new[]
        {
            Task.Run(() => SettleAsync(rounds[i], Settlement, workspace), Cancellation),
            Task.Run(() => SettleAsync(rounds[i], other, workspace), Cancellation),
            asked[i].Kind == Asked.Open ? Store.WriteAsync([.. asked[i].Answers(by, rounds[i])], Cancellation) : Task.CompletedTask,
        }));
        return (workspace, rounds);
    }

    private static string Expected(Workspace workspace, List<Round> rounds, Asked[] asked)
    {
        var lines = new List<string>();
        var answers = new List<(int Round, string Member, bool? Right, int Points, int Place)>();
        for (var i = 0; i < asked.Length; i++)
        {
            foreach (var (member, answer) in asked[i].Final(rounds[i]))
            {
                var (right, points) = Judge(rounds[i], answer);
                answers.Add((i, member, right, points, answer.Choice ?? Tally.NoChoice));
            }
        }

        lines.AddRange(answers.GroupBy(a => (a.Round, a.Place)).Select(g => $"tally {rounds[g.Key.Round].Id} {g.Key.Place}: {g.Count()}"));
        var graded = answers.Where(a => a.Right is not null).ToList();
        lines.AddRange(
            from a in graded
            from period in Period.AllContaining(DayOf(workspace, rounds[a.Round]))
            from shelf in new[] { "", rounds[a.Round].Question.Category }
            group a by (period, shelf, a.Member) into g
            select $"score {g.Key.period.Kind} {g.Key.period.Start:uuuu-MM-dd} '{g.Key.shelf}' {g.Key.Member}: {g.Sum(a => a.Points)} of {g.Count(a => a.Right == true)}/{g.Count()}");
        lines.AddRange(
            from a in graded
            let question = rounds[a.Round].Question
            group a by (question.Topic, question.Category, a.Member) into g
            select $"topic {g.Key.Topic} '{g.Key.Category}' {g.Key.Member}: {g.Count(a => a.Right == true)}/{g.Count()}");
        foreach (var member in answers.GroupBy(a => a.Member))
        {
            var streak = new Streak(0, 0);
            streak.Recount(member.Select(a => a.Round + 1).Order());
            lines.Add($"streak {rounds[0].DailyId} {member.Key}: {streak.Length}, {streak.Best}, {streak.Last}");
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    /// <summary>A question of a daily. Of each member: -1 no answer, 4 withdrawn, else a choice.</summary>
    private sealed record Asked(int Kind, int Day, int Order, int[] Choices)
    {
        public const int Open = 3;
        private const int Withdrawn = 4;

        public Instant Closed => World.Now + Duration.FromMinutes(1 + Order % 400);

        public Question Question() => Kind switch
        {
            0 => AQuestion.Choice($"models.fields.{Day}"),
            1 => AQuestion.Choice($"orm.queries.{Day}", Difficulty.Hard),
            2 => AQuestion.Typed(),
            _ => AQuestion.Open(),
        };

        public IEnumerable<AnswerChange> Answers(Changes by, Round round)
        {
            for (var member = 0; member < Choices.Length; member++)
            {
                var choice = Choices[member];
                if (choice < 0 || (choice == Withdrawn && Kind >= 2))
                    continue;
                if (Kind == 2)
                    yield return by.Type(round, member, new string('x', choice + 2));
                else if (Kind == Open)
                    yield return by.MarkSelf(round, member, (SelfMark)(choice % 3));
                else
                    yield return by.React(round, member, choice % 4, true, 1);
                if (choice == Withdrawn)
                    yield return by.React(round, member, choice % 4, false, 2);
            }
        }

        public IEnumerable<(string Member, Answer Answer)> Final(Round round)
        {
            var answers = new Dictionary<string, Answer>();
            foreach (var change in Answers(new Changes(0), round))
            {
                if (!answers.TryGetValue(change.MemberExternalId, out var answer))
                    answers[change.MemberExternalId] = answer = new Answer(round.Id, 0);
                change.Apply(answer);
            }

            return answers.Where(a => a.Value.Stands).Select(a => (a.Key, a.Value));
        }

        public override string ToString() => $"kind {Kind}, day {Day}, order {Order}: {string.Join(' ', Choices)}";
    }
}

public sealed class HistoryOnSqliteTests() : HistoryTests(StorageProvider.Sqlite);

public sealed class HistoryOnPostgreSqlTests() : HistoryTests(StorageProvider.PostgreSql);
