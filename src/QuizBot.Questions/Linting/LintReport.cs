using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Linting;

/// <summary>What the linter found.</summary>
/// <param name="Faults">By file and line.</param>
/// <param name="Coverage">One a topic, in the bank's order.</param>
/// <param name="Questions">How many questions are without an error.</param>
public sealed record LintReport(IReadOnlyList<PackFault> Faults, IReadOnlyList<TopicCoverage> Coverage, int Questions)
{
    public int Errors => Faults.Count(f => f.Severity == FaultSeverity.Error);

    public int Warnings => Faults.Count - Errors;

    /// <summary>For the command line: 0 without an error, 1 with errors, 2 where the folder is missing.</summary>
    public int ExitCode => Faults.Any(f => f.Rule == FaultRule.FolderMissing) ? 2 : Errors > 0 ? 1 : 0;
}
