using QuizBot.Game.Deadlines;

namespace QuizBot.Game.Tests.Deadlines;

public sealed class KeyedLockTests
{
    [Fact]
    public async Task SameRound_IsEnteredOneAtATime()
    {
        var locks = new KeyedLock();
        var (inside, most, done) = (0, 0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, token) =>
        {
            using var alone = await locks.RoundAsync(1, token);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref done);
        });
        Assert.Equal((1, 2_000), (most, done));
    }

    [Fact]
    public async Task OtherRound_AndAQuizOfTheSameId_DoNotWait()
    {
        var locks = new KeyedLock();
        using var one = await locks.RoundAsync(1, TestContext.Current.CancellationToken);
        using var two = await locks.RoundAsync(2, TestContext.Current.CancellationToken);
        using var quiz = await locks.QuizAsync(1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WaiterThatGivesUp_LeavesTheLockToTheNext()
    {
        var locks = new KeyedLock();
        var first = await locks.RoundAsync(1, TestContext.Current.CancellationToken);
        using var impatient = new CancellationTokenSource();
        var second = locks.RoundAsync(1, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = locks.RoundAsync(1, TestContext.Current.CancellationToken);
        Assert.False(third.IsCompleted);
        first.Dispose();
        (await third).Dispose();
    }
}
