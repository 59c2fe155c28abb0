using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace QuizBot.Benchmarks.Discord;

/// <summary>A bot as a process of its own, so that its memory and processor time are its alone.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    private BotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
    }

    public static BotProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var bot = new BotProcess(Process.Start(start)!);
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Completes when it has written this line.</summary>
    public Task SaysAsync(string line) => _awaited.GetOrAdd(line, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MB (VmRSS), and of it what is not files.</summary>
    public (double Resident, double Private) Memory()
    {
        var status = File.ReadAllLines($"/proc/{_process.Id}/status");
        return (Megabytes("VmRSS:"), Megabytes("RssAnon:") + Megabytes("RssShmem:"));

        double Megabytes(string name) => double.Parse(
            status.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Split('\t')[^1],
            CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null && _awaited.GetOrAdd(line, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)) is { } awaited)
            awaited.TrySetResult();
    }
}
