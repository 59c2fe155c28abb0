using System.Diagnostics;
using QuizBot.Testing;

namespace QuizBot.Emulators.Tests.OfficialClients;

/// <summary>A folder of tests/official-clients with its packages installed.</summary>
public sealed class NodeProject
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private static readonly SemaphoreSlim Installing = new(1);

    private NodeProject(string folder) => Folder = folder;

    private string Folder { get; }

    public static async Task<NodeProject> OpenAsync(string name, CancellationToken cancel)
    {
        Requires.That(await CanRunAsync("node", cancel) && await CanRunAsync("npm", cancel), "Node.js and npm are not installed.");
        var project = new NodeProject(Path.Combine(Root(), "tests", "official-clients", name));
        await Installing.WaitAsync(cancel);
        try
        {
            if (!Directory.Exists(Path.Combine(project.Folder, "node_modules")))
            {
                var (code, output) = await project.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], new Dictionary<string, string>(), cancel);
                Assert.True(code == 0, $"npm ci failed:\n{output}");
            }
        }
        finally
        {
            Installing.Release();
        }
        return project;
    }

    /// <summary>Runs one file of node's tests and fails with every failure in it.</summary>
    public async Task TestAsync(string file, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var (code, output) = await RunAsync("node", ["--test", "--test-reporter=tap", $"test/{file}"], environment, cancel);
        var ran = output.Split('\n').Count(line => line.TrimStart().StartsWith("ok ", StringComparison.Ordinal));
        Assert.True(code == 0 && ran > 0, $"node --test test/{file} ended with {code}:\n{output}");
    }

    private static async Task<bool> CanRunAsync(string program, CancellationToken cancel)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true })!;
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "QuizBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The repository's root is not above the tests.");
    }

    private async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            using var patience = new CancellationTokenSource(Longest, TimeProvider.System);
            await using var _ = patience.Token.Register(() => process.Kill(entireProcessTree: true));
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, (patience.IsCancellationRequested ? $"Stopped after {Longest}.\n" : "") + await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
