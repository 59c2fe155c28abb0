using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Scoring;
using QuizBot.Storage.Answers;
using QuizBot.Testing.Builders;
using Period = QuizBot.Engine.Scoring.Period;

namespace QuizBot.Storage.Tests.Answers;

public abstract class SettlementTests(StorageProvider provider) : SettlementTest(provider)
{
    [Fact]
    public async Task Settle_RightAndWrong_EarnInEveryPeriodOfTheCloseInAllAndTheirOwnCategory()
    {
        await WriteAsync(By.Press(Round, 1, Round.RightChoice), By.Press(Round, 2, (Round.RightChoice + 1) % 4));

        await CloseAndSettleAsync(Round);

        var scores = await World.ReadAsync(db => db.Scores.ToListAsync(Cancellation));
        Assert.Equal(2 * 5 * 2, scores.Count);
        var first = Assert.Single(await World.ReadAsync(db => db.Members.Where(m => m.ExternalId == "U1").ToListAsync(Cancellation))).Id;
        foreach (var period in Period.AllContaining(new LocalDate(2026, 11, 23)))
        {
            foreach (var shelf in new[] { Score.AllCategories, "models" })
            {
                var row = Assert.Single(scores, s => s.Kind == period.Kind && s.Start == period.Start && s.Category == shelf && s.MemberId == first);
                Assert.Equal((10, 1, 1), (row.Points, row.Answered, row.Right));
                var other = Assert.Single(scores, s => s.Kind == period.Kind && s.Start == period.Start && s.Category == shelf && s.MemberId != first);
                Assert.Equal((0, 1, 0), (other.Points, other.Answered, other.Right));
            }
        }

        Assert.Equal([(true, 10), (false, 0)], (await StoredAsync()).Select(a => (a.Right!.Value, a.Points)));
        Assert.All(await StoredAsync(), a => Assert.True(a.Settled));
    }

    [Fact]
    public async Task Settle_SeveralRounds_AddUp()
    {
        var second = await World.RoundAsync(Daily, 2, AQuestion.Choice("orm.queries.1", Difficulty.Hard));
        await WriteAsync(By.Press(Round, 1, Round.RightChoice), By.Press(second, 1, second.RightChoice));

        await CloseAndSettleAsync(Round);
        await CloseAndSettleAsync(second, World.Now + Duration.FromDays(0) + Duration.FromHours(2));

        var books = await BooksAsync();
        Assert.Contains("score Today 2026-11-23 '' U1: 40 of 2/2", books, StringComparison.Ordinal);
        Assert.Contains("score AllTime 0001-01-01 'orm' U1: 30 of 1/1", books, StringComparison.Ordinal);
        Assert.Contains("score Week 2026-11-23 'models' U1: 10 of 1/1", books, StringComparison.Ordinal);
        Assert.Contains("topic models.null-blank 'models' U1: 1/1", books, StringComparison.Ordinal);
        Assert.Contains($"streak {Daily.Id} U1: 2, 2, 2", books, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settle_Withdrawn_EarnsNothingAndIsNotJudged()
    {
        await WriteAsync(By.React(Round, 1, Round.RightChoice, true, 1));
        await WriteAsync(By.React(Round, 1, Round.RightChoice, false, 2));
        var closing = await World.CloseAsync(Round);

        await Settlement.SettleAsync(closing, Workspace.Id, DayOf(Workspace, closing), _ => throw new InvalidTimeZoneException(), Cancellation);

        Assert.Equal("", await BooksAsync());
        Assert.True(Assert.Single(await StoredAsync()).Settled);
    }

    [Fact]
    public async Task Settle_Typed_IsJudgedByItsText()
    {
        var typed = await World.RoundAsync(Daily, 2, AQuestion.Typed());
        await WriteAsync(By.Type(typed, 1, "select_related"), By.Type(typed, 2, "no"));

        await CloseAndSettleAsync(typed);

        var books = await BooksAsync();
        Assert.Contains("score Month 2026-11-01 'performance' U1: 20 of 1/1", books, StringComparison.Ordinal);
        Assert.Contains("score Month 2026-11-01 'performance' U2: 0 of 0/1", books, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settle_NotGraded_CountsForTheStreakAlone()
    {
        await WriteAsync(By.Type(Round, 1, "an opinion"));
        var closing = await World.CloseAsync(Round);

        await Settlement.SettleAsync(closing, Workspace.Id, DayOf(Workspace, closing), _ => (null, 0), Cancellation);

        Assert.Equal($"streak {Daily.Id} U1: 1, 1, 1\ntally {Round.Id} -1: 1", await BooksAsync());
    }

    [Fact]
    public async Task Settle_RoundOfAQuiz_HasNoStreak()
    {
        var quiz = await World.QuizAsync(await World.ChannelAsync(Workspace));
        var round = Engine.Rounds.Round.ForQuiz(
            quiz.ChannelId, quiz.Id, 1, AQuestion.Choice(), 1, "0123456789abcdef", World.Now, World.Now + Duration.FromHours(2));
        round.Open("message", World.Now);
        await World.AddAsync(round);
        await WriteAsync(By.Press(round, 1, round.RightChoice));

        await CloseAndSettleAsync(round);

        Assert.Null(await StreakAsync(1));
        Assert.Contains("score Year 2026-01-01 '' U1: 10 of 1/1", await BooksAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settle_AgainAndAgain_CountsOnce()
    {
        await WriteAsync([.. Enumerable.Range(0, 30).Select(m => By.Press(Round, m, m % 4))]);
        var closing = await CloseAndSettleAsync(Round);
        var once = await BooksAsync();

        await SettleAsync(closing);
        await World.ChangeAsync(Round.Id, r => r.EndClosing(null));
        await SettleAsync(closing);

        Assert.Equal(once, await BooksAsync());
    }

    [Fact]
    public async Task Settle_RoundStillOpen_DoesNothing()
    {
        await WriteAsync(By.Press(Round, 1, Round.RightChoice));
        await Settlement.SettleAsync(Round, Workspace.Id, new LocalDate(2026, 11, 23), a => Judge(Round, a), Cancellation);
        Assert.False(Assert.Single(await StoredAsync()).Settled);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(1_300)]
    public async Task Settle_LargeRoundByEightAtOnce_CountsOnce(int members)
    {
        await WriteAsync([.. Enumerable.Range(0, members).Select(m => By.Press(Round, m, m % 4))]);
        var closing = await World.CloseAsync(Round);
        await using var otherHost = Test.NewServices();
        var other = Provider == StorageProvider.Sqlite ? Settlement : otherHost.GetRequiredService<Settlement>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => SettleAsync(closing, i % 2 == 0 ? Settlement : other), Cancellation)));

        Assert.All(await StoredAsync(), a => Assert.True(a.Settled));
        var scores = await World.ReadAsync(db => db.Scores.Where(s => s.Kind == PeriodKind.AllTime && s.Category == "").ToListAsync(Cancellation));
        Assert.Equal(members, scores.Count);
        Assert.All(scores, s => Assert.Equal(1, s.Answered));
        Assert.Equal(members, await World.ReadAsync(db => db.Streaks.CountAsync(s => s.Length == 1, Cancellation)));
    }

    [Fact]
    public async Task Settle_CancelledBetweenGroups_IsResumedByTheNextCall()
    {
        const int members = 1_200;
        await WriteAsync([.. Enumerable.Range(0, members).Select(m => By.Press(Round, m, m % 4))]);
        var closing = await World.CloseAsync(Round);
        using var giveUp = new CancellationTokenSource();
        var judged = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Settlement.SettleAsync(
            closing, Workspace.Id, DayOf(Workspace, closing), Counting, giveUp.Token));
        var settled = (await StoredAsync()).Count(a => a.Settled);
        Assert.InRange(settled, 1, members - 1);
        Assert.Equal(settled, await World.ReadAsync(db => db.Scores.CountAsync(s => s.Kind == PeriodKind.Today && s.Category == "", Cancellation)));

        await SettleAsync(closing);

        var scores = await World.ReadAsync(db => db.Scores.ToListAsync(Cancellation));
        Assert.Equal(members * 10, scores.Count);
        Assert.All(scores, s => Assert.Equal(1, s.Answered));

        (bool? Right, int Points) Counting(Answer answer)
        {
            if (++judged == 600)
                giveUp.Cancel();
            return Judge(closing, answer);
        }
    }

    [Fact]
    public async Task Settle_JudgeThatThrows_LeavesTheGroupUnsettled()
    {
        await WriteAsync(By.Press(Round, 1, 0), By.Press(Round, 2, 0));
        var closing = await World.CloseAsync(Round);
        var before = await BooksAsync();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Settlement.SettleAsync(
            closing, Workspace.Id, DayOf(Workspace, closing), a => a.MemberId % 2 == 0 ? throw new InvalidTimeZoneException() : (true, 1), Cancellation));

        Assert.Equal(before, await BooksAsync());
        Assert.All(await StoredAsync(), a => Assert.False(a.Settled));
    }
}

public sealed class SettlementOnSqliteTests() : SettlementTests(StorageProvider.Sqlite);

public sealed class SettlementOnPostgreSqlTests() : SettlementTests(StorageProvider.PostgreSql);
