using QuizBot.Testing;

namespace QuizBot.Questions.Tests.Bank;

/// <summary>The bundled bank's claims hold in a real Django; <c>tests/question-bank</c> tells how.</summary>
public sealed class QuestionBankTests
{
    [Fact]
    public async Task Claims_TriedInDjango_Hold()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (python, reason) = await Python.FindAsync(cancellation);
        Requires.That(python is not null, reason);
        var folder = Directory.CreateTempSubdirectory("quizbot-bank-");
        try
        {
            var report = Path.Combine(folder.FullName, "report.xml");
            var (code, output) = await python!.RunAsync(["-m", "pytest", $"--junitxml={report}"], Repository.Path("tests/question-bank"), cancellation);

            Assert.True(File.Exists(report), $"pytest ended with {code} and no report:\n{output}");
            var checks = CheckReport.Read(report);
            Assert.True(checks.Failed.Count == 0, $"{checks.Failed.Count} checks of the question bank failed:\n\n{string.Join("\n\n", checks.Failed)}");
            Assert.Equal(0, code);
            Assert.NotEmpty(checks.Passed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
