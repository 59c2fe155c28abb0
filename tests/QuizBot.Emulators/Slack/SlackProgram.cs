using System.Runtime.InteropServices;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

/// <summary>An emulated Slack for a person: one workspace, until Ctrl-C.</summary>
internal static class SlackProgram
{
    public static async Task<int> RunAsync(int port)
    {
        var stopped = new TaskCompletionSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        SlackEmulator slack;
        try
        {
            slack = await SlackEmulator.StartAsync(new() { Port = port }, TimeProvider.System);
        }
        catch (IOException taken)
        {
            Console.Error.WriteLine($"{taken.Message} Choose another with --port.");
            return 1;
        }
        await using var ending = slack;
        var workspace = slack.AddWorkspace("Emulated workspace");
        var ada = slack.AddMember(workspace, "ada", MemberRole.Admin);
        slack.AddChannel(workspace, "general", ada, members: slack.AddMember(workspace, "bashir"));
        Console.WriteLine($"""
            Slack is emulated here until Ctrl-C.
              Slack__ApiBaseUrl={slack.ApiBaseUrl}
              Slack__BotToken={workspace.BotToken}
              Slack__AppToken={workspace.App.AppToken}
              Slack__SigningSecret={workspace.App.SigningSecret}
            The page to drive it: {slack.HttpUrl}/_control/
            """);
        await stopped.Task;
        return 0;
    }
}
