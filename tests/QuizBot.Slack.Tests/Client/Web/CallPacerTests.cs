using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Tests.Client.Harness;

namespace QuizBot.Slack.Tests.Client.Web;

public sealed class CallPacerTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider time = new();
    private readonly DateTimeOffset start;
    private readonly CallPacer pacer;
    private readonly ConcurrentQueue<(string Name, TimeSpan At)> sent = [];
    private readonly PriorityQueue<TaskCompletionSource, TimeSpan> answers = new();

    public CallPacerTests()
    {
        start = time.GetUtcNow();
        pacer = new CallPacer(time, MethodLimits.Of);
    }

    private TimeSpan Now => time.GetUtcNow() - start;

    private IEnumerable<string> Sent => sent.Select(s => s.Name);

    /// <summary>When the last call was sent. The clock may have gone on since.</summary>
    private TimeSpan Last => sent.Max(s => s.At);

    public void Dispose() => pacer.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    public async Task ThousandChannels_DueAtOnce_AreServedAtTheLimitAndNeverRefused(int answerTakesMilliseconds)
    {
        // A workspace's limit at its strictest, and of each channel one message a second.
        var workspace = new Judge(300, Minute, 30, () => Now);
        var channels = new ConcurrentDictionary<string, Judge>();
        var refused = 0;
        var all = Task.WhenAll(Enumerable.Range(0, 1000).Select(i => SendAsync("chat.postMessage", $"C{i}", answer: TimeSpan.FromMilliseconds(answerTakesMilliseconds), judge: channel =>
        {
            if ((workspace.Enter() ?? channels.GetOrAdd(channel, _ => new Judge(1, Second, 1, () => Now)).Enter()) is not null)
                Interlocked.Increment(ref refused);
        })));
        await RunAsync(all);
        Assert.Equal(0, refused);
        // 30 at once and then five a second are over after 194 s.
        Assert.InRange(Last, TimeSpan.Zero, TimeSpan.FromSeconds(194 * 1.05));
    }

    [Fact]
    public async Task OneChannel_WithManyMessages_GetsOneASecond()
    {
        var channel = new Judge(1, Second, 1, () => Now);
        var refused = 0;
        var all = Task.WhenAll(Enumerable.Range(0, 60).Select(_ => SendAsync("chat.postMessage", "C1", judge: _ =>
        {
            if (channel.Enter() is not null)
                Interlocked.Increment(ref refused);
        })));
        await RunAsync(all);
        Assert.Equal(0, refused);
        Assert.InRange(Last, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(60 * 1.05));
    }

    [Theory]
    [InlineData("reactions.add", 50)]
    [InlineData("users.info", 100)]
    [InlineData("conversations.list", 20)]
    [InlineData("some.newMethod", 20)]
    public async Task Method_OfEachTier_NeverExceedsItInAnyMinute(string method, int perMinute)
    {
        var tier = new Judge(perMinute, Minute, perMinute, () => Now);
        var refused = 0;
        var all = Task.WhenAll(Enumerable.Range(0, perMinute * 3).Select(i => SendAsync(method, $"C{i % 7}", answer: TimeSpan.FromMilliseconds(i % 3 * 200), judge: _ =>
        {
            if (tier.Enter() is not null)
                Interlocked.Increment(ref refused);
        })));
        await RunAsync(all);
        Assert.Equal(0, refused);
        Assert.InRange(Last, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2 * 1.05));
    }

    [Fact]
    public async Task Methods_DoNotWaitForEachOther()
    {
        var many = Enumerable.Range(0, 60).Select(_ => SendAsync("reactions.add", "C1")).ToList();
        await RunAsync(SendAsync("chat.update", "C1", "other"));
        Assert.Equal(TimeSpan.Zero, sent.Last(s => s.Name == "other").At);
        await RunAsync(Task.WhenAll(many));
    }

    [Fact]
    public async Task Calls_UnderWayAtOnce_AreBounded()
    {
        var answers = new TaskCompletionSource();
        var all = Enumerable.Range(0, 200).Select(i => SendAsync(i % 2 == 0 ? "auth.test" : "users.info", "", until: answers.Task)).ToList();
        while (sent.Count < CallPacer.Most)
            await Task.Yield();
        time.Advance(Second);
        Assert.Equal(CallPacer.Most, sent.Count);
        answers.SetResult();
        await RunAsync(Task.WhenAll(all));
    }

    [Fact]
    public async Task Call_GivenUpWhileItWaits_TakesNoTurn()
    {
        using var giveUp = new CancellationTokenSource();
        var first = SendAsync("chat.postMessage", "C1");
        var given = SendAsync("chat.postMessage", "C1", "given up", giveUp: giveUp);
        var last = SendAsync("chat.postMessage", "C1", "last");
        await RunAsync(first);
        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => given);
        await RunAsync(last);
        Assert.Equal(["", "last"], Sent);
        Assert.Equal(Second, Last);
    }

    [Fact]
    public async Task Calls_BeyondTheBound_AreTurnedAway()
    {
        await ExhaustAsync("reactions.add", 50);
        using var giveUp = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, CallPacer.MostWaiting).Select(_ => pacer.EnterAsync(new PacedCall("reactions.add", "C1", false), false, giveUp.Token).AsTask()).ToList();
        Assert.False(await pacer.EnterAsync(new PacedCall("reactions.add", "C1", false), false, TestContext.Current.CancellationToken));
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
        Assert.True(await pacer.EnterAsync(new PacedCall("reactions.get", "C1", false), false, TestContext.Current.CancellationToken));
    }

    private async Task ExhaustAsync(string method, int calls) => await RunAsync(Task.WhenAll(Enumerable.Range(0, calls).Select(_ => SendAsync(method, "C0"))));

    private async Task SendAsync(
        string method, string channel, string name = "", bool canWait = false, TimeSpan answer = default, Task? until = null, Action<string>? judge = null,
        CancellationTokenSource? giveUp = null)
    {
        var call = new PacedCall(method, channel, canWait);
        Assert.True(await pacer.EnterAsync(call, again: false, giveUp?.Token ?? TestContext.Current.CancellationToken));
        sent.Enqueue((name, Now));
        judge?.Invoke(channel);
        if (answer > TimeSpan.Zero)
            await AnswerAsync(answer);
        await (until ?? Task.CompletedTask);
        pacer.Leave(call);
    }

    private Task AnswerAsync(TimeSpan after)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (answers)
            answers.Enqueue(answer, Now + after);
        return answer.Task;
    }

    private Task RunAsync(Task work) => FakeClock.RunAsync(time, work, () =>
    {
        lock (answers)
        {
            while (answers.TryPeek(out _, out var due) && due <= Now)
                answers.Dequeue().SetResult();
            return pacer.UnderWay == answers.Count;
        }
    });
}
