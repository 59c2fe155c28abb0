using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Storage;

namespace QuizBot.Game.Grouping;

/// <summary>
/// Where small writes wait for the next transaction: while one group is being made durable the next one gathers, so that a
/// burst costs few commits and a lone write waits for nobody.
/// </summary>
/// <typeparam name="TWork">A write.</typeparam>
/// <typeparam name="TResult">What became of it.</typeparam>
internal abstract partial class GroupQueue<TWork, TResult>(Database database, TimeProvider time, ILogger logger, int mostInGroup) : BackgroundService
{
    private const int Capacity = 20_000;
    private static readonly TimeSpan[] Pauses = [.. new[] { 0.05, 0.1, 0.25, 0.5, 1, 2, 4 }.Select(TimeSpan.FromSeconds)];

    private readonly ILogger _logger = logger;
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Completes when the write is durable; fails when it certainly is not.</summary>
    public async Task<TResult> WriteAsync(TWork work, CancellationToken cancellation)
    {
        var waiting = new Waiting(work);
        await _queue.Writer.WriteAsync(waiting, cancellation);
        return await waiting.Done.Task;
    }

    /// <summary>Writes a group in one transaction: all of it or, when it throws, nothing.</summary>
    protected abstract Task<TResult[]> WriteGroupAsync(IReadOnlyList<TWork> group);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
                await WriteAsync(Gather());
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was taken in before the stop is finished.
            _queue.Writer.TryComplete();
            while (Gather() is { Count: > 0 } rest)
                await WriteAsync(rest);
        }
    }

    private List<Waiting> Gather()
    {
        var group = new List<Waiting>();
        while (group.Count < mostInGroup && _queue.Reader.TryRead(out var waiting))
            group.Add(waiting);
        return group;
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        try
        {
            var results = await WithRetriesAsync([.. group.Select(w => w.Work)]);
            for (var i = 0; i < group.Count; i++)
                group[i].Done.SetResult(results[i]);
        }
        catch (Exception fault)
        {
            GroupFailed(fault, group.Count);
            // While the database cannot be reached, one by one would only take as long again for each.
            if (group.Count == 1 || IsTransient(fault))
            {
                foreach (var waiting in group)
                    waiting.Done.SetException(fault);
                return;
            }

            // One that cannot be written must not take the others with it.
            foreach (var waiting in group)
                await WriteAsync([waiting]);
        }
    }

    private async Task<TResult[]> WithRetriesAsync(TWork[] group)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await WriteGroupAsync(group);
            }
            catch (Exception fault) when (attempt < Pauses.Length && IsTransient(fault))
            {
                TryingAgain(fault, group.Length, Pauses[attempt]);
                await Task.Delay(Pauses[attempt], time);
            }
        }
    }

    // EF Core and its providers wrap what the database says.
    private bool IsTransient(Exception? fault) =>
        fault is not null && ((fault is DbException said && database.IsTransient(said)) || IsTransient(fault.InnerException));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A group of {Count} writes failed for now; next try in {Pause}")]
    private partial void TryingAgain(Exception fault, int count, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} writes failed")]
    private partial void GroupFailed(Exception fault, int count);

    private sealed class Waiting(TWork work)
    {
        public TWork Work { get; } = work;

        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
