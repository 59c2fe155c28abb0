using System.Diagnostics;
using System.Net;

namespace QuizBot.Host.Tests.Processes;

/// <summary>The real host in a process of its own, killed at the latest when it is disposed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly Uri _address;

    private HostProcess(Process process, Uri address)
    {
        (_process, _address) = (process, address);
        (Output, Errors) = (new Lines(process.StandardOutput), new Lines(process.StandardError));
    }

    /// <summary>Standard output: the log, and what commands write.</summary>
    public Lines Output { get; }

    public Lines Errors { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>All that it wrote, for a failure's message.</summary>
    public string Said => string.Join('\n', Output.All.Concat(Errors.All));

    public static HostProcess Start(string folder, Uri address, IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        // A shell starts what runs in its background deaf to SIGINT, which children inherit; people press Ctrl-C in the foreground.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsLinux())
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "QuizBot.Host.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new HostProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until it says that it is ready to serve.</summary>
    public async Task<HostProcess> ReadyAsync()
    {
        while (await StatusAsync() != HttpStatusCode.OK)
        {
            Assert.False(HasExited, $"The host ended before it was ready:\n{Said}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(_address, path), TestContext.Current.CancellationToken);

    /// <summary>Waits for a line of the log.</summary>
    public async Task<string> SaysAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = await Output.FindAsync(words, patience.Token);
        Assert.True(line is not null, $"The host ended without “{words}”:\n{Said}");
        return line;
    }

    /// <summary>Waits for its end, by itself or after a signal.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(Signal? after = null)
    {
        after?.Send(_process);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The host did not end within {Patience}:\n{Said}");
        }

        await Task.WhenAll(Output.Ended, Errors.Ended);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: nothing in the process gets a say.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAll(Output.Ended, Errors.Ended);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task<HttpStatusCode?> StatusAsync()
    {
        try
        {
            using var answer = await GetAsync("health/ready");
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
