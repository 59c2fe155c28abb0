using QuizBot.Questions.Linting;

namespace QuizBot.Questions.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void PackOfTheReadme_IsWithoutFault()
    {
        using var folder = new QuestionsFolderOnDisk();
        folder.Write("git/git.yaml", File.ReadAllText(Repository.Path("README.md")).Split("```yaml\n")[1].Split("```")[0]);

        var report = PackLinter.Lint(folder.Path);

        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Questions);
    }
}
