namespace QuizBot.Emulators.Recording;

/// <summary>A list that only grows, whose readers can wait for what will be added.</summary>
public sealed class Journal<T>
{
    private readonly Lock gate = new();
    private readonly List<T> entries = [];
    private readonly List<Waiter> waiters = [];

    public int Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    /// <summary>Off, entries are only counted by those who add them: for measurements.</summary>
    public bool IsKept { get; set; } = true;

    /// <summary>A copy of what there is now.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    /// <summary>The first entry that fits, there already or still to come.</summary>
    public Task<T> FirstAsync(Func<T, bool> fits, CancellationToken cancel) => NthAsync(1, fits, cancel);

    /// <summary>The entry that is the n-th to fit, there already or still to come.</summary>
    public Task<T> NthAsync(int n, Func<T, bool> fits, CancellationToken cancel)
    {
        lock (gate)
        {
            foreach (var entry in entries)
                if (fits(entry) && --n == 0)
                    return Task.FromResult(entry);
            var waiter = new Waiter(n, fits);
            waiters.Add(waiter);
            return waiter.Task.WaitAsync(cancel);
        }
    }

    public void Clear()
    {
        lock (gate)
            entries.Clear();
    }

    internal void Add(T entry)
    {
        lock (gate)
        {
            if (IsKept)
                entries.Add(entry);
            waiters.RemoveAll(waiter => waiter.Hears(entry));
        }
    }

    private sealed class Waiter(int left, Func<T, bool> fits)
    {
        private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = left;

        public Task<T> Task => source.Task;

        public bool Hears(T entry)
        {
            if (!fits(entry) || --left > 0)
                return false;
            source.TrySetResult(entry);
            return true;
        }
    }
}
