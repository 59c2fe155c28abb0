using System.CommandLine;
using QuizBot.Host.CommandLine;

var root = new RootCommand("QuizBot: a question of the day, quizzes and leaderboards for a team's chat.")
{
    RunCommand.Create(),
    LintCommand.Create(),
    PreviewCommand.Create(),
    ExportCommand.Create(),
    DoctorCommand.Create(),
    HealthCommand.Create(),
};
// Without a word it runs.
root.SetAction((_, cancellation) => RunCommand.RunAsync(cancellation));
// The host itself hears signals, and ends in its own time; this library would give it two seconds and another exit code.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
