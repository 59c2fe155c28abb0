namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>A list that only grows, whose readers can wait for what will be added.</summary>
internal sealed class Heard<T>
{
    private readonly Lock gate = new();
    private readonly List<T> entries = [];
    private TaskCompletionSource more = New();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    public void Add(T entry)
    {
        lock (gate)
        {
            entries.Add(entry);
            more.TrySetResult();
            more = New();
        }
    }

    /// <summary>The entry that is the n-th to fit, there already or still to come.</summary>
    public async Task<T> NthAsync(int n, Func<T, bool> fits)
    {
        while (true)
        {
            Task waiting;
            lock (gate)
            {
                var fitting = entries.Where(fits).Take(n).ToList();
                if (fitting.Count == n)
                    return fitting[^1];
                waiting = more.Task;
            }

            await waiting.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
