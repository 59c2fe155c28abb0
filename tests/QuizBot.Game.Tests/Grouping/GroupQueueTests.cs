using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Game.Grouping;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Databases;

namespace QuizBot.Game.Tests.Grouping;

public sealed class GroupQueueTests
{
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.Zero };

    [Fact]
    public async Task WritesThatGather_ShareAGroup()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        using var queue = await StartAsync(database, (_, _) => { });
        queue.Gate = new TaskCompletionSource();
        var all = Enumerable.Range(0, 100).Select(i => queue.WriteAsync(i, TestContext.Current.CancellationToken)).ToList();
        await Until.TrueAsync(() => queue.Groups.Count > 0, "the first is being written");
        queue.Gate.SetResult();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => -i), await Task.WhenAll(all));
        Assert.InRange(queue.Groups.Count, 2, 20);
        Assert.All(queue.Groups, g => Assert.InRange(g, 1, 50));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TransientFault_HoweverWrapped_IsTriedAgain(bool wrapped)
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var busy = new SqliteException("busy", 5);
        using var queue = await StartAsync(database, (_, attempt) =>
        {
            if (attempt <= 3)
                throw wrapped ? new InvalidOperationException("likely transient", new DbUpdateException("save", busy)) : busy;
        });
        var write = queue.WriteAsync(7, TestContext.Current.CancellationToken);
        await AdvanceUntilAsync(write);
        Assert.Equal(-7, await write);
        Assert.Equal(4, queue.Attempts);
    }

    [Fact]
    public async Task DatabaseThatStaysAway_FailsTheGroupOnceAndTheQueueGoesOn()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var away = true;
        using var queue = await StartAsync(database, (_, _) =>
        {
            if (Volatile.Read(ref away))
                throw new SqliteException("busy", 5);
        });
        queue.Gate = new TaskCompletionSource();
        var writes = Enumerable.Range(0, 40).Select(i => queue.WriteAsync(i, TestContext.Current.CancellationToken)).ToList();
        queue.Gate.SetResult();
        await AdvanceUntilAsync(Task.WhenAll(writes.Select(w => w.ContinueWith(_ => { }, TaskScheduler.Default))));
        Assert.All(writes, w => Assert.IsType<SqliteException>(w.Exception!.InnerException));
        // Eight attempts a group, and never one for each of the forty.
        Assert.InRange(queue.Attempts, 8, 24);
        Volatile.Write(ref away, false);
        Assert.Equal(-1, await queue.WriteAsync(1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OneThatCannotBeWritten_TakesNoOtherWithIt()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        using var queue = await StartAsync(database, (group, _) =>
        {
            if (group.Contains(13))
                throw new InvalidOperationException("13");
        });
        queue.Gate = new TaskCompletionSource();
        var writes = Enumerable.Range(0, 20).Select(i => queue.WriteAsync(i, TestContext.Current.CancellationToken)).ToList();
        queue.Gate.SetResult();
        for (var i = 0; i < 20; i++)
        {
            if (i == 13)
                await Assert.ThrowsAsync<InvalidOperationException>(() => writes[13]);
            else
                Assert.Equal(-i, await writes[i]);
        }
    }

    [Fact]
    public async Task Stop_FinishesWhatWasTakenIn()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        using var queue = await StartAsync(database, (_, _) => { });
        queue.Gate = new TaskCompletionSource();
        var writes = Enumerable.Range(0, 300).Select(i => queue.WriteAsync(i, TestContext.Current.CancellationToken)).ToList();
        var stop = queue.StopAsync(TestContext.Current.CancellationToken);
        queue.Gate.SetResult();
        await stop;
        Assert.Equal(300, (await Task.WhenAll(writes)).Length);
        await Assert.ThrowsAnyAsync<Exception>(() => queue.WriteAsync(1, TestContext.Current.CancellationToken));
    }

    private async Task<Numbers> StartAsync(TestDatabase database, Action<IReadOnlyList<int>, int> write)
    {
        await using (var db = await database.Database.ReadAsync(TestContext.Current.CancellationToken))
            Assert.True(await db.Database.CanConnectAsync(TestContext.Current.CancellationToken));
        var queue = new Numbers(database.Database, _time, NullLogger.Instance, write);
        await queue.StartAsync(TestContext.Current.CancellationToken);
        return queue;
    }

    private Task AdvanceUntilAsync(Task done) => Until.TrueAsync(() =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(250));
        return done.IsCompleted;
    }, "it is done");

    private sealed class Numbers(Database database, TimeProvider time, ILogger logger, Action<IReadOnlyList<int>, int> write)
        : GroupQueue<int, int>(database, time, logger, mostInGroup: 50)
    {
        private int _attempts;

        public TaskCompletionSource? Gate { get; set; }

        public List<int> Groups { get; } = [];

        public int Attempts => _attempts;

        protected override async Task<int[]> WriteGroupAsync(IReadOnlyList<int> group)
        {
            lock (Groups)
                Groups.Add(group.Count);
            if (Gate is { } gate)
                await gate.Task;
            write(group, Interlocked.Increment(ref _attempts));
            return [.. group.Select(i => -i)];
        }
    }
}
