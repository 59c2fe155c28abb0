using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QuizBot.Game.Deadlines;

/// <summary>
/// Runs what talks to platforms: a lane for each platform, so that one that hangs holds up none but itself, and the same work
/// once at a time. On a stop it lets what is in flight finish for a few seconds.
/// </summary>
internal sealed partial class Lanes(TimeProvider time, ILogger<Lanes> logger) : IHostedService, IDisposable
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _lanes = new();
    private readonly ConcurrentDictionary<(string What, long Id), Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Runs the work as soon as its lane has room, or joins the same work where it waits or runs already. The task never fails.</summary>
    public Task Run(string platform, string what, long id, Func<CancellationToken, Task> work)
    {
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
        var all = Task.WhenAll(_running.Values);
        await Task.WhenAny(all, Task.Delay(Grace, time, cancellationToken));
        await _stopping.CancelAsync();
        await all;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    private async Task RunInLaneAsync(string platform, string what, long id, Func<CancellationToken, Task> work)
    {
        var lane = _lanes.GetOrAdd(platform, _ => new SemaphoreSlim(AtOnce, AtOnce));
        try
        {
            await lane.WaitAsync(_stopping.Token);
            try
            {
                await work(_stopping.Token);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "To {What} {Id} faulted")]
    private partial void Faulted(Exception fault, string what, long id);
}
