using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests.Packs;

public sealed class PackReaderTests : IDisposable
{
    private readonly QuestionsFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_OfEveryKind_IsReadAsWritten()
    {
        _folder.Write("django/pack.yaml", "pack: django\ntitle: Django\nlicence: MIT\nauthor: The authors\nofficial: [docs.example.org]\n");
        _folder.Write("django/models.yaml", Sample.All);

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        var pack = Assert.Single(reading.Packs);
        Assert.Equal(("django", "Django", "MIT", "The authors"), (pack.Id, pack.Title, pack.Licence, pack.Author));
        Assert.Equal(["docs.example.org"], pack.OfficialHosts);
        var category = Assert.Single(reading.Bank.Categories);
        Assert.Equal(("models", "Models"), (category.Id, category.Title));
        Assert.Equal([new Topic("models.orm", "The ORM", "models"), new Topic("models.null", "Null", "models")], category.Topics);
        Assert.Equal(["models.orm.1", "models.orm.2", "models.null.1", "models.null.open"], reading.Bank.Questions.Select(q => q.Id));

        var choice = reading.Bank.Find("models.orm.1")!;
        Assert.Equal((QuestionKind.Choice, Difficulty.Easy, "blank=True", "MIT"), (choice.Kind, choice.Difficulty, choice.Right, choice.Licence));
        Assert.Equal(["null=True", "required=False"], choice.Wrong);
        Assert.Equal(new QuestionSource("Fields", "https://docs.example.org/fields#blank"), choice.Source);
        Assert.Equal(("models", "models.orm", "Validation asks `blank`."), (choice.Category, choice.Topic, choice.Explain));

        Assert.Equal("False", reading.Bank.Find("models.orm.2")!.Right);
        var typed = reading.Bank.Find("models.null.1")!;
        Assert.Equal(("get", "Book.objects.____(pk=1)\n  .title"), (typed.Right, typed.Code));
        Assert.Equal(["get", "get()"], typed.Accept);
        Assert.Equal(["first"], typed.Wrong);
        var open = reading.Bank.Find("models.null.open")!;
        Assert.Equal(("Rarely.", "", QuestionPool.Open), (open.Right, open.Explain, open.Pool));
    }

    [Fact]
    public void LicenceAndAuthor_NearestWins()
    {
        _folder.Write("p/pack.yaml", "pack: p\ntitle: P\nlicence: MIT\nauthor: Pack\n");
        _folder.Write("p/models.yaml", "author: File\n" + Sample.All.Replace("kind: open", "kind: open\n    licence: CC0-1.0\n    author: Question", StringComparison.Ordinal));

        var bank = PackReader.Read(_folder.Path).Bank;

        Assert.Equal(("MIT", "File"), (bank.Find("models.orm.1")!.Licence, bank.Find("models.orm.1")!.Author));
        Assert.Equal(("CC0-1.0", "Question"), (bank.Find("models.null.open")!.Licence, bank.Find("models.null.open")!.Author));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("0x1F")]
    [InlineData("1.10")]
    [InlineData("2024-01-01")]
    [InlineData("True")]
    public void Choice_ThatYamlTakesForAnotherType_IsTheTextWritten(string text)
    {
        _folder.Write("p/models.yaml", Sample.Header + Sample.Choice.Replace("right: blank=True", $"right: {text}", StringComparison.Ordinal));

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        Assert.Equal(text, Assert.Single(reading.Bank.Questions).Right);
    }

    [Fact]
    public void BadQuestion_LeavesTheOthersOfItsFile()
    {
        _folder.Write("p/models.yaml", Sample.All.Replace("difficulty: medium\n    kind: true-false", "difficulty: middling\n    kind: true-false", StringComparison.Ordinal));

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(["models.orm.1", "models.null.1", "models.null.open"], reading.Bank.Questions.Select(q => q.Id));
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((FaultRule.UnknownWord, FaultSeverity.Error, 18, 17), (fault.Rule, fault.Severity, fault.Line, fault.Column));
        Assert.EndsWith("/p/models.yaml", fault.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask: What is this: a colon?")]
    [InlineData("ask: \"A quote that never ends")]
    [InlineData("ask: [1, 2")]
    [InlineData("ask: `code` first")]
    [InlineData("\task: a tab")]
    [InlineData("ask: [[[[[[[[[[[[1]]]]]]]]]]]]")]
    public void QuestionThatIsNotYaml_LeavesTheOthersOfItsFile(string line)
    {
        _folder.Write("p/models.yaml", Sample.All.Replace("ask: A queryset is evaluated when it is made.", line, StringComparison.Ordinal));

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(["models.orm.1", "models.null.1", "models.null.open"], reading.Bank.Questions.Select(q => q.Id));
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(FaultRule.Yaml, fault.Rule);
        Assert.InRange(fault.Line, 15, 32);
    }

    [Fact]
    public void FaultAfterAQuestionThatIsNotYaml_KeepsTheLineOfTheFile()
    {
        _folder.Write("p/models.yaml", Sample.All
            .Replace("ask: A queryset is evaluated when it is made.", "ask: a: b", StringComparison.Ordinal)
            .Replace("kind: open", "kind: opn", StringComparison.Ordinal));

        var fault = Assert.Single(PackReader.Read(_folder.Path).Faults, f => f.Rule == FaultRule.UnknownWord);

        var lines = File.ReadAllLines(Path.Combine(_folder.Path, "p/models.yaml"));
        Assert.Equal("    kind: opn", lines[fault.Line - 1]);
        Assert.Equal(11, fault.Column);
        Assert.Equal("did you mean `open`?", fault.Remedy);
    }

    [Fact]
    public void BadFile_LeavesTheOthers()
    {
        _folder.Write("p/bad.yaml", "category: [");
        _folder.Write("p/models.yaml", Sample.All);

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(4, reading.Bank.Questions.Count);
        Assert.All(reading.Faults, f => Assert.EndsWith("bad.yaml", f.File, StringComparison.Ordinal));
        Assert.Contains(reading.Faults, f => f.Rule == FaultRule.Yaml);
    }

    [Fact]
    public void Categories_FollowThePacksOrder_ThenTheFilesNames()
    {
        _folder.Write("p/pack.yaml", "pack: p\ntitle: P\ncategories: [views, forms]\n");
        foreach (var id in new[] { "admin", "auth", "forms", "views" })
            _folder.Write($"p/{id}.yaml", Sample.All.Replace("models", id, StringComparison.Ordinal));
        _folder.Write("a/models.yaml", Sample.All);

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        Assert.Equal(["models", "views", "forms", "admin", "auth"], reading.Bank.Categories.Select(c => c.Id));
    }

    [Fact]
    public void Category_InTwoFilesOfAPack_IsOne()
    {
        _folder.Write("p/a.yaml", Sample.Header + Sample.Choice);
        _folder.Write("p/b.yml", "category: models\ntitle: Models\nquestions:\n" + Sample.Typed);

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        Assert.Equal(2, reading.Bank.Questions.Count);
        Assert.Equal(2, Assert.Single(reading.Bank.Categories).Topics.Count);
    }

    [Fact]
    public void Bank_OfAHundredThousandQuestions_IsRead()
    {
        _folder.Write("p/big.yaml", Sample.Large(100_000));

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        Assert.Equal(100_000, reading.Bank.Questions.Count);
    }
}
