using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Dailies;

namespace QuizBot.Storage.Tests.Model;

public abstract class TakeTests(StorageProvider provider) : DatabaseTest(provider)
{
    [Fact]
    public async Task TakeDueDailies_MoreThanAsked_GivesTheLongestDue()
    {
        var dailies = await DueAsync(11, 9, 10, 12);
        await using var transaction = await Database.WriteAsync(Cancellation);

        var due = dailies.Max(d => d.NextDue!.Value);
        var taken = await transaction.TakeDueDailiesAsync(due - Duration.FromTicks(10), 2, Cancellation);

        Assert.Equal([dailies[1].Id, dailies[2].Id], taken.Select(d => d.Id));
    }

    [Fact]
    public async Task TakeDueDailies_DueThisInstantLaterOrPaused_GivesTheFirstAlone()
    {
        var dailies = await DueAsync(9, 10, 11);
        await ChangeDailyAsync(dailies[2].Id, d => d.Pause("test"));
        await using var transaction = await Database.WriteAsync(Cancellation);

        var taken = await transaction.TakeDueDailiesAsync(dailies[0].NextDue!.Value, 100, Cancellation);

        Assert.Equal(dailies[0].Id, Assert.Single(taken).Id);
    }

    [Fact]
    public async Task Taken_Changed_AreSavedByCommitAlone()
    {
        var daily = await World.DailyAsync();
        await ChangeDailyAsync(daily.Id, d => d.Pause("kept"));
        await using (var transaction = await Database.WriteAsync(Cancellation))
        {
            (await transaction.TakeDailyAsync(daily.Id, Cancellation))!.Pause("given up");
            await transaction.Db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal("kept", (await World.ReadAsync(db => db.Dailies.SingleAsync(Cancellation))).PausedBecause);
    }

    [Fact]
    public async Task Take_NothingThere_GivesNull()
    {
        await using var transaction = await Database.WriteAsync(Cancellation);
        Assert.Null(await transaction.TakeDailyAsync(1, Cancellation));
        Assert.Null(await transaction.TakeRoundAsync(1, Cancellation));
        Assert.Null(await transaction.TakeQuizAsync(1, Cancellation));
        Assert.Empty(await transaction.TakeRoundsAsync([1, 2], Cancellation));
    }

    [Fact]
    public async Task TakeRounds_SomeThere_GivesThose()
    {
        var daily = await World.DailyAsync();
        var (one, two) = (await World.RoundAsync(daily, 1), await World.RoundAsync(daily, 2));
        await using var transaction = await Database.WriteAsync(Cancellation);

        var taken = await transaction.TakeRoundsAsync([one.Id, two.Id, two.Id + 1], Cancellation);

        Assert.Equal([one.Id, two.Id], taken.Keys.Order());
    }

    [Fact]
    public async Task Write_OneAfterTheOther_SeesWhatTheFirstWrote()
    {
        var daily = await World.DailyAsync();
        var first = await Database.WriteAsync(Cancellation);
        (await first.TakeDailyAsync(daily.Id, Cancellation))!.Pause("first");

        // On SQLite it waits for its turn, on PostgreSQL for the row.
        var second = SecondAsync();
        await first.CommitAsync(Cancellation);
        await first.DisposeAsync();

        Assert.Equal("first", await second);

        async Task<string?> SecondAsync()
        {
            await using var transaction = await Database.WriteAsync(Cancellation);
            return (await transaction.TakeDailyAsync(daily.Id, Cancellation))!.PausedBecause;
        }
    }

    protected async Task<List<Daily>> DueAsync(params int[] hours)
    {
        var dailies = new List<Daily>();
        foreach (var hour in hours)
        {
            var daily = await World.DailyAsync();
            dailies.Add(await ChangeDailyAsync(daily.Id, d => d.Set(World.Settings(new LocalTime(hour, 30)), "U1", World.Now - Duration.FromHours(9))));
        }

        return dailies;
    }

    private async Task<Daily> ChangeDailyAsync(long id, Action<Daily> change)
    {
        await using var transaction = await Database.WriteAsync(Cancellation);
        var daily = (await transaction.TakeDailyAsync(id, Cancellation))!;
        change(daily);
        await transaction.CommitAsync(Cancellation);
        return daily;
    }
}

public sealed class TakeOnSqliteTests() : TakeTests(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Write_CancelledWhileItWaits_LetsTheNextOneIn()
    {
        var first = await Database.WriteAsync(Cancellation);
        using var giveUp = new CancellationTokenSource();
        var second = Database.WriteAsync(giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await first.DisposeAsync();

        await using var third = await Database.WriteAsync(Cancellation);
        Assert.NotNull(third);
    }
}

public sealed class TakeOnPostgreSqlTests() : TakeTests(StorageProvider.PostgreSql)
{
    private const string NoWait = "set local lock_timeout = '100ms'";

    [Fact]
    public async Task TakeDueDailies_SomeTakenByAnotherHost_GivesTheOthers()
    {
        var dailies = await DueAsync(9, 10, 11);
        var now = dailies[2].NextDue!.Value;
        await using var one = await Database.WriteAsync(Cancellation);
        await using var other = await Database.WriteAsync(Cancellation);

        var first = await one.TakeDueDailiesAsync(now, 2, Cancellation);
        var second = await other.TakeDueDailiesAsync(now, 2, Cancellation);

        Assert.Equal([dailies[0].Id, dailies[1].Id], first.Select(d => d.Id));
        Assert.Equal([dailies[2].Id], second.Select(d => d.Id));
    }

    [Fact]
    public async Task Taken_ByOneHost_AreHeldAgainstAnother()
    {
        var daily = await World.DailyAsync();
        var round = await World.RoundAsync(daily);
        var quiz = await World.QuizAsync();
        await using var one = await Database.WriteAsync(Cancellation);
        await one.TakeDailyAsync(daily.Id, Cancellation);
        await one.TakeRoundAsync(round.Id, Cancellation);
        await one.TakeQuizAsync(quiz.Id, Cancellation);

        await AssertHeldAsync(t => t.TakeDailyAsync(daily.Id, Cancellation));
        await AssertHeldAsync(t => t.TakeRoundAsync(round.Id, Cancellation));
        await AssertHeldAsync(t => t.TakeRoundsAsync([round.Id], Cancellation));
        await AssertHeldAsync(t => t.TakeQuizAsync(quiz.Id, Cancellation));
    }

    private async Task AssertHeldAsync(Func<WriteTransaction, Task> take)
    {
        await using var other = await Database.WriteAsync(Cancellation);
        await other.Db.Database.ExecuteSqlRawAsync(NoWait, Cancellation);
        var waited = await Assert.ThrowsAnyAsync<Exception>(() => take(other));
        var refusal = Assert.IsType<Npgsql.PostgresException>(waited.GetBaseException());
        Assert.Equal(Npgsql.PostgresErrorCodes.LockNotAvailable, refusal.SqlState);
    }
}
