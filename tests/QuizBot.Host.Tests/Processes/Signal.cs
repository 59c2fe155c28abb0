using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace QuizBot.Host.Tests.Processes;

/// <summary>The signals a system or a person sends, by their POSIX numbers.</summary>
internal enum Signal
{
    Interrupt = 2,
    Terminate = 15,
}

internal static class SignalExtensions
{
    public static void Send(this Signal signal, Process process)
    {
        if (Kill(process.Id, (int)signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
