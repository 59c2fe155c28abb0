namespace QuizBot.Discord.Client.Gateway;

/// <summary>What must come by a time, or the connection is given up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TaskCompletionSource<string> passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer timer;
    private volatile string awaited = "";

    public Deadline(TimeProvider time) =>
        timer = time.CreateTimer(static deadline => ((Deadline)deadline!).Pass(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Ends with what did not come.</summary>
    public Task<string> Passed => passed.Task;

    public void Set(string what, TimeSpan within)
    {
        awaited = what;
        timer.Change(within, Timeout.InfiniteTimeSpan);
    }

    public void Off() => timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();

    private void Pass() => passed.TrySetResult(awaited);
}
