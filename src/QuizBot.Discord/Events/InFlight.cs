using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace QuizBot.Discord.Events;

/// <summary>Work that goes on beside the event stream: what faults is logged, and a stop waits a little for the rest.</summary>
internal sealed partial class InFlight(TimeProvider time, ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly CancellationTokenSource _givenUp = new();

    /// <summary>Cancelled when a stop has waited long enough.</summary>
    public CancellationToken GivenUp => _givenUp.Token;

    /// <summary>Begins work on a thread of the pool.</summary>
    public void Begin(string what, Func<CancellationToken, Task> work) => Watch(what, Task.Run(() => work(GivenUp)));

    /// <summary>Keeps an eye on work that has begun.</summary>
    public void Watch(string what, Task work)
    {
        var watched = WatchAsync(what, work);
        _running[watched] = true;
        _ = watched.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for what is running, asks it to end, and waits a little more; not for ever.</summary>
    public async Task DrainAsync(TimeSpan patience)
    {
        var all = Task.WhenAll(_running.Keys);
        await Task.WhenAny(all, Task.Delay(patience, time, CancellationToken.None));
        await _givenUp.CancelAsync();
        await Task.WhenAny(all, Task.Delay(patience, time, CancellationToken.None));
    }

    public void Dispose() => _givenUp.Dispose();

    private async Task WatchAsync(string what, Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (_givenUp.IsCancellationRequested)
        {
            GaveUp(what);
        }
        catch (Exception fault)
        {
            Faulted(fault, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: {What} faulted")]
    private partial void Faulted(Exception fault, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: {What} was not finished before the stop")]
    private partial void GaveUp(string what);
}
