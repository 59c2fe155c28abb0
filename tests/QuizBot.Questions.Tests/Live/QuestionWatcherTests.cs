using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QuizBot.Questions.Live;

namespace QuizBot.Questions.Tests.Live;

public sealed class QuestionWatcherTests : IDisposable
{
    // In milliseconds; a change that never comes would be waited for for ever.
    private const int Patience = 60_000;

    private readonly QuestionsFolderOnDisk _folder = new();
    private readonly LogLines<QuestionWatcher> _log = new();
    private readonly WaitsSeen _time = new();
    private readonly QuestionLibrary _library;
    private int _changes;

    public QuestionWatcherTests()
    {
        _folder.Write("p/models.yaml", Sample.All);
        _library = new QuestionLibrary(
            Options.Create(new QuestionsOptions { Path = _folder.Path }), new FolderEnvironment("/"), _time, new LogLines<QuestionLibrary>());
        _library.Changed += (_, _) => Interlocked.Increment(ref _changes);
    }

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Patience)]
    public async Task Edit_ThatTheSystemReports_IsTakenUpWithoutALook()
    {
        var changed = NextChange();
        using var watcher = new QuestionWatcher(_library, _time, _log) { LookEvery = Timeout.InfiniteTimeSpan, Quiet = TimeSpan.Zero };
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        await _time.Started(Timeout.InfiniteTimeSpan);

        // Moved into place: without a quiet time a file may be read between its being made and its being written.
        _folder.Write("p/views.draft", Sample.All.Replace("models", "views", StringComparison.Ordinal));
        File.Move(Path.Combine(_folder.Path, "p/views.draft"), Path.Combine(_folder.Path, "p/views.yaml"));
        await changed;

        Assert.NotNull(_library.Current.FindCategory("views"));
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = Patience)]
    public async Task Edit_ThatNobodyReports_IsFoundAtTheNextLook()
    {
        using var watcher = new QuestionWatcher(_library, _time, _log) { Listens = false };
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        await _time.Started(TimeSpan.FromMinutes(1));

        var changed = NextChange();
        _folder.Write("p/models.yaml", Sample.Header + Sample.Choice);
        _time.Advance(TimeSpan.FromMinutes(1));
        await changed;

        Assert.Single(_library.Current.Questions);
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = Patience)]
    public async Task Edits_InQuickSuccession_AreReloadedOnceWhenQuiet()
    {
        using var watcher = new QuestionWatcher(_library, _time, _log) { Listens = false, LookEvery = Timeout.InfiniteTimeSpan };
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        await _time.Started(Timeout.InfiniteTimeSpan);

        watcher.Touch(_folder.Write("p/models.yaml", Sample.All.Replace("Rarely", "Seldom", StringComparison.Ordinal)));
        await _time.Started(watcher.Quiet);
        watcher.Touch(_folder.Write("p/models.yaml", Sample.Header + Sample.Choice));
        _time.Advance(watcher.Quiet);
        await _time.Started(watcher.Quiet);
        Assert.Equal(0, _changes);

        var changed = NextChange();
        _time.Advance(watcher.Quiet);
        await changed;

        Assert.Equal(1, _changes);
        Assert.Single(_library.Current.Questions);
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = Patience)]
    public async Task SubscriberThatThrows_IsLoggedAndTheWatchGoesOn()
    {
        using var watcher = new QuestionWatcher(_library, _time, _log) { Listens = false, Quiet = TimeSpan.Zero, LookEvery = Timeout.InfiniteTimeSpan };
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        await _time.Started(Timeout.InfiniteTimeSpan);
        EventHandler faulty = (_, _) => throw new InvalidOperationException("A subscriber's own");
        _library.Changed += faulty;
        var first = NextChange();
        watcher.Touch(_folder.Write("p/models.yaml", Sample.Header + Sample.Choice));
        // Handlers run in order: the one that counts comes before the faulty one, `first` after it.
        while (Volatile.Read(ref _changes) == 0)
            await Task.Yield();
        Assert.False(first.IsCompleted);
        _library.Changed -= faulty;

        watcher.Touch(_folder.Write("p/models.yaml", Sample.All));
        await first;

        Assert.Equal(4, _library.Current.Questions.Count);
        Assert.Single(_log.At(LogLevel.Error));
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }

    private Task NextChange()
    {
        var change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _library.Changed += (_, _) => change.TrySetResult();
        return change.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A clock that stands still, and tells when something begins to wait for it.</summary>
    private sealed class WaitsSeen : FakeTimeProvider
    {
        private readonly Lock _lock = new();
        private readonly List<TimeSpan> _begun = [];
        private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _awaited = [];

        /// <summary>Completes when a wait of this length has begun that no earlier call has returned.</summary>
        public Task Started(TimeSpan wait)
        {
            lock (_lock)
            {
                if (_begun.Remove(wait))
                    return Task.CompletedTask;
                var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _awaited.Add((wait, seen));
                return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            lock (_lock)
            {
                var at = _awaited.FindIndex(a => a.Wait == dueTime);
                if (at < 0)
                    _begun.Add(dueTime);
                else
                {
                    _awaited[at].Seen.SetResult();
                    _awaited.RemoveAt(at);
                }
            }

            return timer;
        }
    }
}
