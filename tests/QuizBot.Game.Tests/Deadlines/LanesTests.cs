using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Tests.Harness;

namespace QuizBot.Game.Tests.Deadlines;

public sealed class LanesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task SameWork_AtTheSameTime_IsDoneOnce()
    {
        using var lanes = New();
        var gate = new TaskCompletionSource();
        var runs = 0;
        var all = Enumerable.Range(0, 100).AsParallel().Select(_ => lanes.Run("p", "w", 1, async __ =>
        {
            Interlocked.Increment(ref runs);
            await gate.Task;
        })).ToList();
        gate.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(1, runs);
        await lanes.Run("p", "w", 1, _ => Task.FromResult(Interlocked.Increment(ref runs)));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task WorkThatFaults_FailsNobodyAndLeavesItsLaneFree()
    {
        using var lanes = New();
        for (var i = 0; i < 100; i++)
            await lanes.Run("p", "w", i, _ => throw new InvalidOperationException("on purpose"));
        var ran = false;
        await lanes.Run("p", "w", 1, _ => Task.FromResult(ran = true));
        Assert.True(ran);
    }

    [Fact]
    public async Task Stop_LetsWorkFinishAndBeginsNoMore()
    {
        using var lanes = New();
        var gate = new TaskCompletionSource();
        var finished = false;
        _ = lanes.Run("p", "w", 1, async _ =>
        {
            await gate.Task;
            finished = true;
        });
        var stop = lanes.StopAsync(TestContext.Current.CancellationToken);
        var begun = false;
        await lanes.Run("p", "w", 2, _ => Task.FromResult(begun = true));
        Assert.False(stop.IsCompleted);
        gate.SetResult();
        await stop;
        Assert.Equal((true, false), (finished, begun));
    }

    [Fact]
    public async Task Stop_AfterItsGrace_CancelsWhatHangsAndWhatWaits()
    {
        using var lanes = New();
        var begun = 0;
        for (var i = 0; i < 40; i++)
        {
            _ = lanes.Run("p", "w", i, async token =>
            {
                Interlocked.Increment(ref begun);
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
            });
        }

        await Until.TrueAsync(() => begun == 32, "the lane is full");
        var stop = lanes.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(6));
        await stop;
        Assert.Equal(32, begun);
    }

    private Lanes New() => new(_time, NullLogger<Lanes>.Instance);
}
