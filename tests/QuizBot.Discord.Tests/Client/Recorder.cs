using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client;

/// <summary>Hears events, and lets a test wait for one.</summary>
internal sealed class Recorder
{
    private readonly Lock gate = new();
    private readonly List<DiscordEvent> heard = [];
    private readonly List<(Func<DiscordEvent, bool> Fits, TaskCompletionSource<DiscordEvent> Found)> waiting = [];

    public IReadOnlyList<DiscordEvent> Heard
    {
        get
        {
            lock (gate)
                return [.. heard];
        }
    }

    /// <summary>What is done with each event after it was written down.</summary>
    public Func<DiscordEvent, ValueTask>? Then { get; set; }

    public ValueTask HearAsync(DiscordEvent told)
    {
        lock (gate)
        {
            heard.Add(told);
            waiting.RemoveAll(w => w.Fits(told) && w.Found.TrySetResult(told));
        }

        return Then?.Invoke(told) ?? default;
    }

    /// <summary>The n-th event of a kind that fits, heard already or still to come.</summary>
    public async Task<T> NthAsync<T>(int n, Func<T, bool>? fits = null)
        where T : DiscordEvent
    {
        TaskCompletionSource<DiscordEvent> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var left = n;
            bool Fits(DiscordEvent told) => told is T one && (fits is null || fits(one)) && --left == 0;
            foreach (var told in heard)
                if (Fits(told))
                    return (T)told;
            waiting.Add((Fits, found));
        }

        return (T)await found.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public Task<T> NextAsync<T>(Func<T, bool>? fits = null)
        where T : DiscordEvent => NthAsync(1, fits);
}
