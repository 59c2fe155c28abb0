using QuizBot.Questions.Faults;
using QuizBot.Questions.Linting;

namespace QuizBot.Questions.Tests;

public sealed class BundledBankTests
{
    [Fact]
    public void BundledBank_Lints_WithoutAnError()
    {
        var report = PackLinter.Lint(Repository.Path("questions"));

        Assert.DoesNotContain(report.Faults, f => f.Severity == FaultSeverity.Error);
        Assert.Equal(0, report.ExitCode);
    }
}
