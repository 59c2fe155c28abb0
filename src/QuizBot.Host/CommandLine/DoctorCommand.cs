using System.CommandLine;
using QuizBot.Host.Doctor;
using QuizBot.Host.Startup;

namespace QuizBot.Host.CommandLine;

/// <summary><c>doctor</c>: what is wrong with how the bot is set up, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what is wrong with the setup and how to mend it: settings, database, questions, platforms. Exit code 0 or 1.");
        command.SetAction((_, cancellation) => Failures.ReportAsync(async () =>
        {
            await using var services = HostServices.ForDoctor();
            var report = new Report(Console.Out);
            await foreach (var (scope, finding) in services.GetRequiredService<Examination>().RunAsync(cancellation))
                report.Write(scope, finding);
            return report.End();
        }));
        return command;
    }
}
