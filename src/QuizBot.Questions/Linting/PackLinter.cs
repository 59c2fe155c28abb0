using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Linting;

/// <summary>Checks a questions folder: everything the reader finds, and whether the questions are worth asking.</summary>
public static class PackLinter
{
    /// <summary>Reads and checks the folder.</summary>
    /// <param name="folder">The folder whose sub-folders are the packs.</param>
    /// <param name="strict">Whether warnings are errors.</param>
    public static LintReport Lint(string folder, bool strict = false)
    {
        var reading = PackReader.Read(folder);
        var coverage = CoverageRule.Count(reading.Bank);
        IEnumerable<PackFault> faults =
        [
            .. reading.Faults,
            .. CoverageRule.Check(reading, coverage),
            .. DuplicateRule.Check(reading),
            .. GuessRules.Check(reading),
            .. ChatRules.Check(reading),
            .. SourceRules.Check(reading),
        ];
        if (strict)
            faults = faults.Select(f => f with { Severity = FaultSeverity.Error });
        return new LintReport(
            [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)], coverage, reading.Bank.Questions.Count);
    }

    /// <summary>Writes the faults one a line, then what each topic has, then the sum.</summary>
    public static void Render(LintReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var fault in report.Faults)
            output.WriteLine(fault);
        if (report.Coverage.Count > 0)
        {
            if (report.Faults.Count > 0)
                output.WriteLine();
            CoverageTable.Write(report.Coverage, output);
            output.WriteLine();
        }

        output.WriteLine($"{Counted(report.Questions, "question")} in {Counted(report.Coverage.Count, "topic")}: {Counted(report.Errors, "error")}, {Counted(report.Warnings, "warning")}");
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
