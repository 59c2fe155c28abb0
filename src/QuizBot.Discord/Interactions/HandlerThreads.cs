using System.Collections.Concurrent;

namespace QuizBot.Discord.Interactions;

/// <summary>
/// Threads on which interactions are handled, and nothing else. SQLite blocks the thread that waits for it; were that one of the
/// pool's, a slow disk would take the pool away from the answers that Discord wants within 3 s.
/// </summary>
internal sealed class HandlerThreads : TaskScheduler, IDisposable
{
    private const int Most = 8;
    private readonly BlockingCollection<Task> _tasks = [];
    private int _threads;

    // Waiting or running.
    private int _outstanding;

    public override int MaximumConcurrencyLevel => Most;

    /// <summary>Runs work, and what it goes on with after each wait, on these threads.</summary>
    public Task<T> Run<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>The threads end when nothing is left to do.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task);
        }
        catch (InvalidOperationException) when (_tasks.IsAddingCompleted)
        {
            // What is still on its way after the stop ends where it can.
            ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
            return;
        }

        if (Interlocked.Increment(ref _outstanding) > Volatile.Read(ref _threads))
            AddThread();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void AddThread()
    {
        if (Interlocked.Increment(ref _threads) > Most)
        {
            Interlocked.Decrement(ref _threads);
            return;
        }

        new Thread(Work) { IsBackground = true, Name = "Discord interactions" }.Start();
    }

    private void Work()
    {
        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
            Interlocked.Decrement(ref _outstanding);
        }
    }
}
