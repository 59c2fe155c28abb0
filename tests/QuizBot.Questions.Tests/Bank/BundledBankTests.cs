using System.Text.RegularExpressions;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Linting;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests.Bank;

/// <summary>What the bundled bank promises beyond what every pack must keep.</summary>
public sealed partial class BundledBankTests
{
    private const int FewestGraded = 5;

    private static readonly string Folder = Repository.Path("questions");

    [Fact]
    public void BundledBank_LintedStrictly_HasNoFaults() => Assert.Empty(PackLinter.Lint(Folder, strict: true).Faults);

    [Fact]
    public void Topics_EachHaveFiveGradedOfEveryDifficulty_AndAPrompt()
    {
        var graded = Bank().Questions.Where(q => q.Pool == QuestionPool.Graded).ToLookup(q => q.Topic);
        var coverage = PackLinter.Lint(Folder).Coverage;

        Assert.All(coverage, topic =>
        {
            Assert.True(topic.Graded >= FewestGraded, $"{topic.Topic} has {topic.Graded} graded questions");
            Assert.True(topic.Open >= 1, $"{topic.Topic} has no prompt");
            Assert.True(graded[topic.Topic].Select(q => q.Difficulty).Distinct().Count() == Enum.GetValues<Difficulty>().Length, $"{topic.Topic} lacks a difficulty");
        });
    }

    [Fact]
    public void Topics_AreThoseOfTheSyllabus()
    {
        var syllabus = Syllabus();
        Assert.SkipWhen(syllabus is null, "shared/syllabus.md is not beside this repository.");
        var topics = Row().Matches(File.ReadAllText(syllabus!)).Select(m => m.Groups[1].Value);

        Assert.Equal(topics.Order(StringComparer.Ordinal), Bank().Categories.SelectMany(c => c.Topics).Select(t => t.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sources_LeadToASectionOfTheLongTermRelease()
    {
        var sources = Bank().Questions.Select(q => (q.Id, Url: new Uri(q.Source!.Url)));

        Assert.All(sources, source =>
        {
            Assert.True(source.Url.Fragment.Length > 1, $"{source.Id} leads to a page, not to its section: {source.Url}");
            Assert.True(source.Url.Host != "docs.djangoproject.com" || source.Url.AbsolutePath.StartsWith("/en/5.2/", StringComparison.Ordinal), $"{source.Id}: {source.Url}");
        });
    }

    [Fact]
    public void Texts_AreShort_AskInTwoSentencesAndExplainInTwoToFour()
    {
        var bank = Bank();

        Assert.Empty(bank.Questions.Where(q => Sentences(q.Ask) > 2).Select(q => q.Id));
        Assert.Empty(bank.Questions.Where(q => q.Pool == QuestionPool.Graded && Sentences(q.Explain) is (< 2 or > 4)).Select(q => q.Id));
    }

    [Fact]
    public void Doc_ShowsTheCountsThatLintShows()
    {
        var output = new StringWriter { NewLine = "\n" };
        PackLinter.Render(PackLinter.Lint(Folder), output);

        var doc = File.ReadAllText(Repository.Path("docs/question-bank.md")).ReplaceLineEndings("\n");

        Assert.Contains($"```\n{output}```\n", doc, StringComparison.Ordinal);
    }

    private static string? Syllabus()
    {
        for (var folder = new DirectoryInfo(Repository.Path(".")); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "syllabus.md") is var file && File.Exists(file))
                return file;
        }

        return null;
    }

    // What stands in backticks may hold full stops.
    private static int Sentences(string text) => SentenceEnd().Count(Code().Replace(text.Trim(), "`")) + 1;

    private static QuestionBank Bank() => PackReader.Read(Folder).Bank;

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[.!?])["")]*\s+(?=[A-Z0-9`""])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\| ([a-z-]+\.[a-z-]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
