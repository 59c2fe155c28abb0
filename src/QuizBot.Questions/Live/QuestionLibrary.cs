using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Live;

/// <summary>The questions of a running bot: loaded when first asked for, reloaded when files change, never half of either.</summary>
public sealed partial class QuestionLibrary
{
    private const int MostLogged = 50;
    private static readonly HashSet<string> Nothing = [];

    private readonly Lock _reloading = new();
    private readonly DraftCache _drafts = new();
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile PackReading _reading = new(QuestionBank.Empty, [], []);
    private IReadOnlyList<PackFault>? _scanFaults;
    private HashSet<(string, string, string)> _logged = [];

    /// <summary>Loads the folder that the options name.</summary>
    /// <exception cref="OptionsValidationException">The folder is missing.</exception>
    public QuestionLibrary(IOptions<QuestionsOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<QuestionLibrary> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(environment);
        (_time, _logger) = (time, logger);
        Folder = QuestionsFolder.Candidates(options.Value.Path, environment.ContentRootPath)[0];
        Reload(Nothing);
    }

    /// <summary>After <see cref="Current"/> and <see cref="Faults"/> were replaced. Raised on the thread that reloaded.</summary>
    public event EventHandler? Changed;

    /// <summary>The questions folder, in full.</summary>
    public string Folder { get; }

    /// <summary>The bank as of the last reload. Take it once for a decision: two reads may see two banks.</summary>
    public QuestionBank Current => _reading.Bank;

    /// <summary>The packs as of the last reload.</summary>
    public IReadOnlyList<Pack> Packs => _reading.Packs;

    /// <summary>What is wrong with the files as they stand, also where the last good questions are still in use.</summary>
    public IReadOnlyList<PackFault> Faults => _reading.Faults;

    /// <summary>Reads what changed on disk and swaps the bank. Questions that a broken file held before stay.</summary>
    /// <returns>Whether anything had changed.</returns>
    public bool Reload() => Reload(Nothing);

    /// <summary>As <see cref="Reload()"/>, and reads these paths even where time and length say that they are the same.</summary>
    internal bool Reload(IReadOnlySet<string> touched)
    {
        lock (_reloading)
        {
            var started = _time.GetTimestamp();
            var scan = FolderScan.Of(Folder);
            if (!scan.IsComplete)
            {
                LogNew(scan.Faults);
                return false;
            }

            var last = _reading;
            if (!_drafts.Update(scan, touched) && _scanFaults?.SequenceEqual(scan.Faults) == true)
                return false;
            _scanFaults = scan.Faults;

            var (headers, files) = (_drafts.Headers(scan), _drafts.Files(scan));
            var fresh = PackAssembly.Assemble(scan, headers, files);
            var kept = LastGood.Kept(last, fresh);
            _reading = kept.Count == 0 ? fresh : PackAssembly.Assemble(scan, headers, [.. files, .. kept]) with { Faults = fresh.Faults };
            LogNew(fresh.Faults);
            LogLoaded(Current.Questions.Count, Current.Categories.Count, Folder, (long)_time.GetElapsedTime(started).TotalMilliseconds, kept.Sum(k => k.Questions.Count));
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    // A fault that stays is not said again because a line above it was added.
    private void LogNew(IReadOnlyList<PackFault> faults)
    {
        var fresh = faults.Where(f => !_logged.Contains((f.File, f.Rule, f.Message))).ToList();
        _logged = [.. faults.Select(f => (f.File, f.Rule, f.Message))];
        foreach (var fault in fresh.Take(MostLogged))
            LogFault(fault.Severity == FaultSeverity.Error ? LogLevel.Error : LogLevel.Warning, fault);
        if (fresh.Count > MostLogged)
            LogMoreFaults(fresh.Count - MostLogged);
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded {Questions} questions in {Categories} categories from {Folder} in {Milliseconds} ms; {Kept} of them kept from the last good version")]
    private partial void LogLoaded(int questions, int categories, string folder, long milliseconds, int kept);

    [LoggerMessage(EventId = 2, Message = "{Fault}")]
    private partial void LogFault(LogLevel level, PackFault fault);

    [LoggerMessage(3, LogLevel.Error, "{Count} more faults in the questions folder; run lint to see them")]
    private partial void LogMoreFaults(int count);
}
