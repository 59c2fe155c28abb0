using System.CommandLine;
using QuizBot.Questions.Linting;

namespace QuizBot.Host.CommandLine;

/// <summary><c>lint</c>: what is wrong with question packs, and how to mend it.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "The questions folder.", DefaultValueFactory = _ => "questions" };
        var strict = new Option<bool>("--strict") { Description = "Take warnings for errors." };
        var command = new Command("lint", "Check question packs: faults with file, line and remedy, near-duplicates, coverage.") { path, strict };
        command.SetAction(parsed =>
        {
            var report = PackLinter.Lint(parsed.GetRequiredValue(path), parsed.GetValue(strict));
            PackLinter.Render(report, Console.Out);
            return report.ExitCode;
        });
        return command;
    }
}
