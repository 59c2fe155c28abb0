using System.Globalization;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Linting;

namespace QuizBot.Questions.Tests.Linting;

public sealed class PackLinterTests : IDisposable
{
    private const string Covered =
        """
        category: models
        title: Models
        topics: [{id: models.orm, title: The ORM}]
        questions:

        """;

    private readonly QuestionsFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pack_ThatIsRight_HasNoFaults()
    {
        WritePack(Statement(1, true), Prompt);

        var report = PackLinter.Lint(_folder.Path);

        Assert.Empty(report.Faults);
        Assert.Equal((0, 2), (report.ExitCode, report.Questions));
        Assert.Equal(new TopicCoverage("models.orm", 0, 1, 0, 1, 1, 0, 1), Assert.Single(report.Coverage));
    }

    [Fact]
    public void Folder_ThatIsMissing_EndsWithTwo()
    {
        var report = PackLinter.Lint(Path.Combine(_folder.Path, "gone"));

        Assert.Equal(2, report.ExitCode);
        Assert.Empty(report.Coverage);
    }

    [Fact]
    public void Strict_MakesWarningsErrors()
    {
        WritePack(Statement(1, true).Replace("source", "# source", StringComparison.Ordinal), Prompt);

        Assert.Equal((0, 0, 1), Sums(PackLinter.Lint(_folder.Path)));
        Assert.Equal((1, 1, 0), Sums(PackLinter.Lint(_folder.Path, strict: true)));

        static (int, int, int) Sums(LintReport report) => (report.ExitCode, report.Errors, report.Warnings);
    }

    [Theory]
    [InlineData(true, "lacks an open prompt")]
    [InlineData(false, "lacks a graded question")]
    public void Topic_ThatIsNotCovered_IsAnErrorAtTheTopic(bool graded, string lacks)
    {
        WritePack(graded ? Statement(1, true) : Prompt);

        var report = PackLinter.Lint(_folder.Path);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((FaultRule.TopicUncovered, FaultSeverity.Error, 3, 10), (fault.Rule, fault.Severity, fault.Line, fault.Column));
        Assert.Contains(lacks, fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, report.ExitCode);
    }

    [Theory]
    [InlineData(3, 10, false)]
    [InlineData(4, 12, false)]
    [InlineData(4, 10, true)]
    [InlineData(9, 9, false)]
    public void LongestChoice_InMoreThanAThirdOfTenOrMore_IsAWarning(int longest, int all, bool isFault)
    {
        WritePack([Prompt, .. Enumerable.Range(1, all).Select(i => Choice(i, i <= longest ? "much longer" : "short", "not short"))]);

        var faults = Of(FaultRule.LongestChoice);

        Assert.Equal(isFault ? [$"The right choice is the longest in {longest * 100 / all} % ({longest} of {all}) of the choice questions, more than a third"] : [], faults.Select(f => f.Message));
    }

    [Theory]
    [InlineData(4, 10, false)]
    [InlineData(6, 10, false)]
    [InlineData(3, 10, true)]
    [InlineData(7, 10, true)]
    [InlineData(9, 9, false)]
    public void TrueFalse_OutsideFortyToSixtyPercentOfTenOrMore_IsAWarning(int right, int all, bool isFault)
    {
        WritePack([Prompt, .. Enumerable.Range(1, all).Select(i => Statement(i, i <= right))]);

        Assert.Equal(isFault ? 1 : 0, Of(FaultRule.TrueFalseBalance).Count);
    }

    [Theory]
    [InlineData("Which method, `get()` or another, raises?", "get()", "first()", true)]
    [InlineData("Which of `get()` and `first()` raises?", "get()", "first()", false)]
    [InlineData("Which widget raises?", "get", "first", false)]
    [InlineData("Which GET raises?", "get", "first", false)]
    [InlineData("What is 1 + 1, given 2?", "2", "3", false)]
    public void Ask_ThatHoldsTheRightChoiceAlone_IsAWarning(string ask, string right, string wrong, bool isFault)
    {
        WritePack(Choice(1, $"\"{right}\"", $"\"{wrong}\"").Replace(Ask(1), ask, StringComparison.Ordinal), Prompt);

        Assert.Equal(isFault ? 1 : 0, Of(FaultRule.GiveAway).Count);
    }

    [Fact]
    public void Source_MissingOrElsewhere_IsAWarning()
    {
        _folder.Write("p/pack.yaml", "pack: p\ntitle: P\nofficial: [docs.example.org]\n");
        WritePack(
            Statement(1, true),
            Statement(2, false).Replace("docs.example.org", "DOCS.example.org", StringComparison.Ordinal),
            Statement(3, true).Replace("docs.example.org", "blog.example.org", StringComparison.Ordinal),
            Statement(4, true).Replace("source", "# source", StringComparison.Ordinal),
            Prompt);

        var faults = PackLinter.Lint(_folder.Path).Faults;

        Assert.Equal([FaultRule.SourceHost, FaultRule.SourceMissing], faults.Select(f => f.Rule));
        Assert.Contains("`models.orm.3`", faults[0].Message, StringComparison.Ordinal);
        Assert.All(faults, f => Assert.Equal(FaultSeverity.Warning, f.Severity));
    }

    [Fact]
    public void Question_AskedTwice_IsAnErrorWhereTheAnswerIsTheSame()
    {
        WritePack(
            Choice(1, "yes", "no").Replace(Ask(1), "Does `filter()` raise?", StringComparison.Ordinal),
            Choice(2, "yes", "never").Replace(Ask(2), "does FILTER raise", StringComparison.Ordinal),
            Choice(3, "no", "yes").Replace(Ask(3), "Does filter raise?", StringComparison.Ordinal),
            Choice(4, "no", "yes").Replace(Ask(4), "Does filter raise?\n    code: raise", StringComparison.Ordinal),
            Prompt);

        var faults = PackLinter.Lint(_folder.Path).Faults;

        Assert.Equal([(FaultRule.Duplicate, FaultSeverity.Error), (FaultRule.Duplicate, FaultSeverity.Warning)], faults.Select(f => (f.Rule, f.Severity)));
        Assert.Contains("`models.orm.2` asks the same as `models.orm.1`", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("models.yaml:5", faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_AskedNearlyTwice_IsAWarning()
    {
        const string ask = "A view gets a list of two hundred books and the template shows the author of each, how many queries are made?";
        WritePack(
            Choice(1, "2", "201").Replace(Ask(1), ask, StringComparison.Ordinal),
            Choice(2, "2", "201").Replace(Ask(2), ask.Replace("two hundred", "three hundred", StringComparison.Ordinal), StringComparison.Ordinal),
            Prompt);

        var fault = Assert.Single(PackLinter.Lint(_folder.Path).Faults);

        Assert.Equal((FaultRule.NearDuplicate, FaultSeverity.Warning), (fault.Rule, fault.Severity));
    }

    [Fact]
    public void Render_ShowsFaultsThenCoverageThenTheSum()
    {
        WritePack(Statement(1, true).Replace("difficulty: easy", "difficulty: eas", StringComparison.Ordinal), Statement(2, true), Prompt);
        var output = new StringWriter { NewLine = "\n" };

        PackLinter.Render(PackLinter.Lint(_folder.Path), output);

        Assert.Equal(
            $"""
            {_folder.Path}/p/models.yaml:7:17: error: `difficulty` cannot be `eas` (did you mean `easy`?) [unknown-word]

            topic       choice  true-false  typed  open  easy  medium  hard
            models.orm       0           1      0     1     1       0     1
            all              0           1      0     1     1       0     1

            2 questions in 1 topic: 1 error, 0 warnings

            """,
            output.ToString());
    }

    [Fact]
    public void Render_OfAFileWithEscapes_WritesNoControlCharacter()
    {
        WritePack(Statement(1, true).Replace("difficulty: easy", "\"dif\\e[31m\\u202Eficulty\": easy", StringComparison.Ordinal), Prompt);
        var output = new StringWriter();

        PackLinter.Render(PackLinter.Lint(_folder.Path), output);

        Assert.Contains("`dif?[31m?ficulty` is not a key here", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output.ToString());
    }

    private const string Prompt =
        """
          - id: models.orm.open
            topic: models.orm
            difficulty: hard
            kind: open
            ask: When do you leave the manual road and write plain SQL?
            model: Rarely.

        """;

    private static string Ask(int n) => $"ask{n} subject{n} verb{n} object{n}";

    private static string Statement(int n, bool answer) =>
        Question(n, "true-false", $"answer: {answer.ToString(CultureInfo.InvariantCulture).ToLowerInvariant()}");

    private static string Choice(int n, string right, string wrong) => Question(n, "choice", $"right: {right}\n    wrong: [{wrong}]");

    private static string Question(int n, string kind, string answer) =>
        $"""
          - id: models.orm.{n}
            topic: models.orm
            difficulty: easy
            kind: {kind}
            ask: {Ask(n)}
            {answer}
            explain: So it is.
            source: {"{"}title: A page, url: "https://docs.example.org/page"{"}"}

        """;

    private void WritePack(params string[] questions) => _folder.Write("p/models.yaml", Covered + string.Concat(questions));

    private IReadOnlyList<PackFault> Of(string rule) => [.. PackLinter.Lint(_folder.Path).Faults.Where(f => f.Rule == rule)];
}
