using System.ComponentModel;
using System.Diagnostics;

namespace QuizBot.Questions.Tests.Bank;

/// <summary>A Python interpreter with all that the checks of the bank import.</summary>
internal sealed class Python
{
    private const string Modules = "django, rest_framework, pytest, pytest_django, yaml, jinja2, PIL, argon2";

    // Debian's packages belong to its own interpreter, which need not be the first on the path.
    private static readonly string[] Programs = ["python3", "python", "/usr/bin/python3"];

    private readonly string _program;

    private Python(string program) => _program = program;

    /// <summary>The first interpreter that has the modules, or why none has.</summary>
    public static async Task<(Python? Found, string Reason)> FindAsync(CancellationToken cancellation)
    {
        var reason = "Python 3 is not installed on this machine.";
        foreach (var program in Programs)
        {
            var python = new Python(program);
            if (await python.TryRunAsync(["-c", $"import {Modules}"], AppContext.BaseDirectory, cancellation) is not { } probe)
                continue;
            if (probe.Code == 0)
                return (python, "");
            reason = $"{program} lacks a module that the checks of the question bank need ({Modules}): {probe.Output.TrimEnd().Split('\n')[^1]}";
        }

        return (null, reason);
    }

    public async Task<(int Code, string Output)> RunAsync(string[] arguments, string folder, CancellationToken cancellation) =>
        await TryRunAsync(arguments, folder, cancellation) ?? throw new InvalidOperationException($"{_program} does not start");

    // Null where there is no such program.
    private async Task<(int Code, string Output)?> TryRunAsync(string[] arguments, string folder, CancellationToken cancellation)
    {
        // -B: no byte code beside the sources.
        var start = new ProcessStartInfo(_program, ["-B", .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellation);
                var errors = process.StandardError.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                return (process.ExitCode, await output + await errors);
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
