namespace QuizBot.Host.Tests.Processes;

/// <summary>What a process writes, line by line, to be read and to be waited for.</summary>
internal sealed class Lines
{
    private readonly Lock _gate = new();
    private readonly List<string> _all = [];
    private TaskCompletionSource _news = New();

    public Lines(TextReader reader) => Ended = ReadAsync(reader);

    /// <summary>When the process has closed it.</summary>
    public Task Ended { get; }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    /// <summary>The first line with these words; null where the process ended without one.</summary>
    public async Task<string?> FindAsync(string words, CancellationToken cancellation)
    {
        for (var seen = 0; ;)
        {
            Task news;
            bool ended;
            lock (_gate)
            {
                ended = Ended.IsCompleted;
                for (; seen < _all.Count; seen++)
                {
                    if (_all[seen].Contains(words, StringComparison.Ordinal))
                        return _all[seen];
                }

                news = _news.Task;
            }

            if (ended)
                return null;
            await Task.WhenAny(news, Ended).WaitAsync(cancellation);
        }
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _all.Add(line);
                _news.SetResult();
                _news = New();
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
