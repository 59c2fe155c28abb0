using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QuizBot.Questions.Live;

/// <summary>Reloads the library when files change: at once where the system reports it, else at the next look.</summary>
public sealed partial class QuestionWatcher(QuestionLibrary library, TimeProvider time, ILogger<QuestionWatcher> logger) : BackgroundService
{
    private const string Look = "";
    private const int MostWaits = 20;

    // What is dropped is found by its stamp.
    private readonly Channel<string> _touched =
        Channel.CreateBounded<string>(new BoundedChannelOptions(1_024) { FullMode = BoundedChannelFullMode.DropOldest });

    // The logging source generator needs a field beside a primary constructor's parameter.
    private readonly ILogger _logger = logger;

    /// <summary>Mounted volumes report nothing, so the files' times are compared this often.</summary>
    internal TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Editors write twice; a reload waits until nothing happened for so long.</summary>
    internal TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>False to rely on looking alone.</summary>
    internal bool Listens { get; init; } = true;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Listens ? Listen() : null;
        // For what changed between the load and now.
        Reload([]);
        await using var look = time.CreateTimer(_ => Touch(Look), null, LookEvery, LookEvery);
        while (await _touched.Reader.WaitToReadAsync(stoppingToken))
            Reload(await Settled(stoppingToken));
    }

    private void Reload(HashSet<string> touched)
    {
        try
        {
            library.Reload(touched);
        }
        catch (Exception fault)
        {
            // A subscriber's fault must not end the watch.
            LogReloadFailed(fault);
        }
    }

    private async Task<HashSet<string>> Settled(CancellationToken stopping)
    {
        var touched = new HashSet<string>();
        for (var waits = 0; Drain(touched) && waits < MostWaits; waits++)
            await Task.Delay(Quiet, time, stopping);
        return touched;
    }

    // Whether a file was reported.
    private bool Drain(HashSet<string> touched)
    {
        var reported = false;
        while (_touched.Reader.TryRead(out var path))
        {
            if (path == Look)
                continue;
            touched.Add(path);
            reported = true;
        }

        return reported;
    }

    private FileSystemWatcher? Listen()
    {
        try
        {
            var watcher = new FileSystemWatcher(library.Folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, e) => Touch(e.FullPath);
            watcher.Created += (_, e) => Touch(e.FullPath);
            watcher.Deleted += (_, e) => Touch(e.FullPath);
            watcher.Renamed += (_, e) => Touch(e.FullPath);
            watcher.Error += (_, e) =>
            {
                LogNotListening(LookEvery, e.GetException());
                Touch(Look);
            };
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            LogNotListening(LookEvery, fault);
            return null;
        }
    }

    internal void Touch(string path) => _touched.Writer.TryWrite(path);

    [LoggerMessage(11, LogLevel.Warning, "Changes in the questions folder are not all reported here; they are looked for every {Interval}")]
    private partial void LogNotListening(TimeSpan interval, Exception fault);

    [LoggerMessage(12, LogLevel.Error, "Reloading the questions failed; the last ones stay in use")]
    private partial void LogReloadFailed(Exception fault);
}
