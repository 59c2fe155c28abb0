using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests.Packs;

/// <summary>Files that are right by themselves and wrong together: the first counts, and both places are named.</summary>
public sealed class AcrossFilesTests : IDisposable
{
    private readonly QuestionsFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Question_InTwoFiles_IsReadOnceAndNamedTwice()
    {
        _folder.Write("a/models.yaml", Sample.Header + Sample.Choice);
        _folder.Write("b/views.yaml", "category: views\ntitle: Views\ntopics: [{id: views.a, title: A}]\nquestions:\n" + Sample.Choice.Replace("topic: models.orm", "topic: views.a", StringComparison.Ordinal));

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal("models", Assert.Single(reading.Bank.Questions).Category);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((FaultRule.QuestionTwice, $"{_folder.Path}/b/views.yaml", 5, 5), (fault.Rule, fault.File, fault.Line, fault.Column));
        Assert.Contains($"{_folder.Path}/a/models.yaml:7", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_TwiceInOneFile_IsReadOnce()
    {
        _folder.Write("a/models.yaml", Sample.Header + Sample.Choice + Sample.Choice);

        var reading = PackReader.Read(_folder.Path);

        Assert.Single(reading.Bank.Questions);
        Assert.Equal((FaultRule.QuestionTwice, 16), (reading.Faults[0].Rule, reading.Faults[0].Line));
    }

    [Fact]
    public void Category_InTwoPacks_BelongsToTheFirst()
    {
        _folder.Write("a/models.yaml", Sample.Header + Sample.Choice);
        _folder.Write("b/models.yaml", Sample.Header.Replace("models.", "other.", StringComparison.Ordinal) + Sample.Typed.Replace("models.", "other.", StringComparison.Ordinal));

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal("models.orm.1", Assert.Single(reading.Bank.Questions).Id);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((FaultRule.CategoryTwice, $"{_folder.Path}/b/models.yaml", 1, 11), (fault.Rule, fault.File, fault.Line, fault.Column));
        Assert.Contains($"{_folder.Path}/a/models.yaml:1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Topic_OfAnotherCategory_IsRefusedThere()
    {
        _folder.Write("a/models.yaml", Sample.Header + Sample.Choice);
        _folder.Write("a/views.yaml", "category: views\ntitle: Views\ntopics: [{id: models.orm, title: Mine}]\nquestions:\n" + Sample.TrueFalse);

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal("models.orm.1", Assert.Single(reading.Bank.Questions).Id);
        Assert.Equal([FaultRule.TopicTwice, FaultRule.UnknownTopic], reading.Faults.Select(f => f.Rule));
    }

    [Fact]
    public void Topic_TwiceInOneFile_IsNamed()
    {
        _folder.Write("a/models.yaml", Sample.All.Replace("{id: models.null, title: Null}", "{id: models.null, title: Null}\n  - {id: models.orm, title: The ORM}", StringComparison.Ordinal));

        var fault = Assert.Single(PackReader.Read(_folder.Path).Faults);

        Assert.Equal((FaultRule.TopicTwice, 6, 5), (fault.Rule, fault.Line, fault.Column));
        Assert.Contains("line 4", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_OfTheSameId_IsNamedAndRead()
    {
        _folder.Write("a/models.yaml", Sample.Header + Sample.Choice);
        _folder.Write("b/pack.yaml", "pack: a\ntitle: B\n");
        _folder.Write("b/views.yaml", Sample.All.Replace("models", "views", StringComparison.Ordinal));

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(5, reading.Bank.Questions.Count);
        Assert.Equal((FaultRule.PackTwice, $"{_folder.Path}/b/pack.yaml"), (Assert.Single(reading.Faults).Rule, reading.Faults[0].File));
    }

    [Theory]
    [InlineData("pack: [", FaultRule.Yaml)]
    [InlineData("", FaultRule.EmptyFile)]
    [InlineData("# nothing", FaultRule.EmptyFile)]
    [InlineData("pack: P P\ntitle: T", FaultRule.BadId)]
    [InlineData("pack: p\ntitel: T", FaultRule.UnknownKey)]
    [InlineData("pack: p\ntitle: T\nofficial: [https://docs.example.org]", FaultRule.BadHost)]
    [InlineData("pack: p\ntitle: T\ncategories: [model]", FaultRule.UnknownCategory)]
    [InlineData("pack: p\ntitle: T\n---\npack: q", FaultRule.Shape)]
    [InlineData("pack: p\ntitle: T\nauthor: *x", FaultRule.Alias)]
    public void PackHeader_AtFault_LeavesItsQuestions(string header, string rule)
    {
        _folder.Write("p/pack.yaml", header);
        _folder.Write("p/models.yaml", Sample.All);

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(4, reading.Bank.Questions.Count);
        Assert.Contains(reading.Faults, f => f.Rule == rule && f.File == $"{_folder.Path}/p/pack.yaml");
    }
}
