using QuizBot.Questions.Faults;
using QuizBot.Questions.Linting;

namespace QuizBot.Questions.Tests.Linting;

public sealed class ChatRulesTests : IDisposable
{
    private readonly QuestionsFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(300, 12, 60, 500, null)]
    [InlineData(301, 12, 60, 500, "`ask` has 301 characters, more than 300")]
    [InlineData(300, 13, 60, 500, "`code` has 13 lines, more than 12")]
    [InlineData(300, 12, 61, 500, "`code` has a line of 61 characters, more than 60")]
    [InlineData(300, 12, 60, 501, "`explain` has 501 characters, more than 500")]
    public void Post_LargerThanAPhone_IsAWarning(int ask, int lines, int width, int explain, string? excess)
    {
        var code = string.Concat(Enumerable.Range(1, lines).Select(n => $"      {new string('x', n == 1 ? width : 1)}\n"));

        var faults = Faults($"ask: {new string('a', ask)}\n    code: |\n{code}    right: yes\n    wrong: [no]\n    explain: {new string('e', explain)}");

        Assert.Equal(excess is null ? [] : [(FaultRule.LongPost, FaultSeverity.Warning)], faults.Select(f => (f.Rule, f.Severity)));
        Assert.All(faults, f => Assert.EndsWith(excess!, f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("All of the above", true)]
    [InlineData("Neither of the above answers", true)]
    [InlineData("none of these", true)]
    [InlineData("It depends on the other choices", true)]
    [InlineData("None of these rows is sent", false)]
    [InlineData("All six of them", false)]
    [InlineData("The line above it", false)]
    public void Choice_ThatSpeaksOfTheOthers_IsAWarning(string choice, bool isFault)
    {
        Assert.Equal(isFault ? [FaultRule.CatchAll] : [], Faults($"ask: Which?\n    right: {choice}\n    wrong: [no]\n    explain: So it is.").Select(f => f.Rule));
        Assert.Equal(isFault ? [FaultRule.CatchAll] : [], Faults($"ask: Which?\n    right: yes\n    wrong: [{choice}]\n    explain: So it is.").Select(f => f.Rule));
    }

    private IReadOnlyList<PackFault> Faults(string question)
    {
        _folder.Write(
            "p/models.yaml",
            $$"""
            {{Sample.Header.Replace("  - {id: models.null, title: Null}\n", "", StringComparison.Ordinal).TrimEnd()}}
              - id: models.orm.1
                topic: models.orm
                difficulty: easy
                kind: choice
                {{question}}
                source: {title: Fields, url: "https://docs.example.org/fields#blank"}
            {{Sample.Open.Replace("models.null", "models.orm", StringComparison.Ordinal)}}
            """);
        return PackLinter.Lint(_folder.Path).Faults;
    }
}
