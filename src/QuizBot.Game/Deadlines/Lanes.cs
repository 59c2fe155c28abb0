using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QuizBot.Game.Deadlines;

/// <summary>
/// Runs what talks to platforms: a lane for each platform, so that one that hangs holds up none but itself, and the same work
/// once at a time. Work that takes longer than a claim holds is given up, so that nobody else has begun it meanwhile. On a
/// stop it lets what is in flight finish for a few seconds, and begins nothing more.
/// </summary>
internal sealed partial class Lanes(TimeProvider time, ILogger<Lanes> logger) : IHostedService, IDisposable
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = Backoff.LongestWork.ToTimeSpan();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _lanes = new();
    private readonly ConcurrentDictionary<(string What, long Id), Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _closed;

    /// <summary>Completes when all that was begun until now is done.</summary>
    public Task Running => Task.WhenAll(_running.Values);

    /// <summary>Runs the work as soon as its lane has room, or joins the same work where it waits or runs already. The task never fails.</summary>
    public Task Run(string platform, string what, long id, Func<CancellationToken, Task> work)
    {
        if (_closed)
            return Task.CompletedTask;
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = Later();
        var running = _running.GetOrAdd((what, id), task);
        if (running == task)
            start.SetResult();
        return running;

        async Task Later()
        {
            await start.Task;
            try
            {
                await RunInLaneAsync(platform, what, id, work);
            }
            finally
            {
                _running.TryRemove((what, id), out _);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _closed = true;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var grace = Task.Delay(Grace, time, waiting.Token);
        while (!_running.IsEmpty && !grace.IsCompleted)
            await Task.WhenAny(Running, grace);
        await waiting.CancelAsync();
        await _stopping.CancelAsync();
        while (!_running.IsEmpty)
            await Running.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunInLaneAsync(string platform, string what, long id, Func<CancellationToken, Task> work)
    {
        var lane = _lanes.GetOrAdd(platform, _ => new SemaphoreSlim(AtOnce, AtOnce));
        try
        {
            await lane.WaitAsync(_stopping.Token);
            using var late = new CancellationTokenSource(Longest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, late.Token);
            try
            {
                await work(either.Token);
            }
            catch (OperationCanceledException) when (late.IsCancellationRequested && !_stopping.IsCancellationRequested)
            {
                // What came of it is unknown; it is looked for when the claim runs out.
                TookTooLong(what, id, platform, Longest);
            }
            finally
            {
                lane.Release();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Outstanding in the database; the next run takes it up.
        }
        catch (Exception fault)
        {
            // One fault never holds up the others; the work is taken up again when its claim runs out.
            Faulted(fault, what, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "To {What} {Id} on {Platform} took longer than {Longest} and was given up for now")]
    private partial void TookTooLong(string what, long id, string platform, TimeSpan longest);

    [LoggerMessage(Level = LogLevel.Error, Message = "To {What} {Id} faulted")]
    private partial void Faulted(Exception fault, string what, long id);
}
