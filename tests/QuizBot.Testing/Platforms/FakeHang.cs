namespace QuizBot.Testing.Platforms;

/// <summary>Calls that do not come back until they are let go, or their caller gives up.</summary>
public sealed class FakeHang : IDisposable
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Whether what was asked is done before its answer hangs.</summary>
    public bool Happened { get; init; }

    /// <summary>How many calls hang now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Release() => _released.TrySetResult();

    public void Dispose() => Release();

    internal async Task WaitAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _released.Task.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
