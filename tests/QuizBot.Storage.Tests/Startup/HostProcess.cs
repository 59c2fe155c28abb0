using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Storage.Startup;

namespace QuizBot.Storage.Tests.Startup;

/// <summary>Another process that starts a database on SQLite and holds it until it is killed or its input ends.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const string Mode = "--host-process";
    public const string Started = "started";

    private readonly Process _process;

    private HostProcess(Process process, string said) => (_process, Said) = (process, said);

    /// <summary><see cref="Started"/>, or why it was refused.</summary>
    public string Said { get; }

    /// <summary>What the process runs.</summary>
    public static async Task<int> RunAsync(string connectionString)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = connectionString }).Build();
        await using var services = new ServiceCollection().AddStorage(settings).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
            Console.WriteLine(Started);
        }
        catch (StorageRefusedException refused)
        {
            Console.WriteLine(refused.Message);
        }

        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Starts it, and waits for what it says.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="within">A command that runs the command given to it, such as one that drops privileges.</param>
    public static async Task<HostProcess> StartAsync(string connectionString, params string[] within)
    {
        string[] command = [.. within, Path.Combine(AppContext.BaseDirectory, typeof(HostProcess).Assembly.GetName().Name!), Mode, connectionString];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in command[1..])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        return new HostProcess(process, await process.StandardOutput.ReadLineAsync() ?? "ended without a word");
    }

    /// <summary>A command's prefix that makes root an ordinary user, as <see cref="StartAsync"/> takes it.</summary>
    public static string[] AsNobody { get; } = Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        : [];

    /// <summary>A prefix that runs a command where a file system made for it alone is mounted on a folder.</summary>
    public static string[] WithTmpfs(string folder, int kibibytes, string then) =>
    [
        "unshare", "--mount", "sh", "-c",
        string.Create(CultureInfo.InvariantCulture, $"mount -t tmpfs -o size={kibibytes}k tmpfs '{folder}' && {then} && exec \"$@\""), "sh",
    ];

    /// <summary>Whether this machine lets a test mount something.</summary>
    public static async Task<bool> MayMountAsync()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var folder = new QuizBot.Testing.Databases.TestFolder();
        using var tried = Process.Start("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", folder.Path]);
        await tried.WaitForExitAsync();
        return tried.ExitCode == 0;
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
