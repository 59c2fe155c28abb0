using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Live;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests.Live;

public sealed class QuestionLibraryTests : IDisposable
{
    private readonly QuestionsFolderOnDisk _folder = new();
    private readonly LogLines<QuestionLibrary> _log = new();

    public QuestionLibraryTests() => _folder.Write("p/models.yaml", Sample.All);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Library_WhenMade_HasLoaded()
    {
        var library = Library();

        Assert.Equal(4, library.Current.Questions.Count);
        Assert.Empty(library.Faults);
        Assert.StartsWith($"Loaded 4 questions in 1 categories from {_folder.Path}", Assert.Single(_log.At(LogLevel.Information)), StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_WithoutAChange_KeepsTheBank()
    {
        var library = Library();
        var before = library.Current;
        library.Changed += (_, _) => Assert.Fail("Nothing changed.");

        Assert.False(library.Reload());
        Assert.Same(before, library.Current);
    }

    [Fact]
    public void Reload_OfAnEdit_SwapsTheBankAndTells()
    {
        var library = Library();
        var seen = 0;
        library.Changed += (sender, _) => seen = ((QuestionLibrary)sender!).Current.Questions.Count;

        _folder.Write("p/views.yaml", Sample.All.Replace("models", "views", StringComparison.Ordinal));
        _folder.Write("p/models.yaml", Sample.Header + Sample.Choice.Replace("lets a form", "allows a form", StringComparison.Ordinal));

        Assert.True(library.Reload());
        Assert.Equal(5, seen);
        Assert.StartsWith("Which option allows", library.Current.Find("models.orm.1")!.Ask, StringComparison.Ordinal);
        Assert.Null(library.Current.Find("models.orm.2"));
    }

    [Fact]
    public void Reload_OfAFileSavedHalf_LosesNothing()
    {
        var library = Library();
        var ids = library.Current.Questions.Select(q => q.Id).Order().ToList();
        for (var length = 0; length < Sample.All.Length; length += 7)
        {
            // Cut between two questions, what is left is a whole file: then the others are deleted.
            var isWhole = PackOf(Sample.All[..length]).Faults.Count == 0;
            _folder.Write("p/models.yaml", Sample.All);
            library.Reload();

            _folder.Write("p/models.yaml", Sample.All[..length]);
            library.Reload();

            if (!isWhole)
                Assert.Equal(ids, library.Current.Questions.Select(q => q.Id).Order());
        }
    }

    [Fact]
    public void Reload_WithABadQuestion_KeepsItAsItWasAndTakesTheOthers()
    {
        var library = Library();

        _folder.Write("p/models.yaml", Sample.All
            .Replace("lets a form", "allows a form", StringComparison.Ordinal)
            .Replace("difficulty: hard", "difficulty: hrad", StringComparison.Ordinal)
            .Replace("{id: models.null, title: Null}", "{id: models.null, title: Nothing}", StringComparison.Ordinal));
        library.Reload();

        Assert.Equal(4, library.Current.Questions.Count);
        Assert.Equal("get", library.Current.Find("models.null.1")!.Right);
        Assert.StartsWith("Which option allows", library.Current.Find("models.orm.1")!.Ask, StringComparison.Ordinal);
        Assert.Equal("Nothing", library.Current.FindTopic("models.null")!.Title);
        Assert.Equal(FaultRule.UnknownWord, Assert.Single(library.Faults).Rule);

        _folder.Write("p/models.yaml", Sample.Header + Sample.Choice);
        library.Reload();

        Assert.Single(library.Current.Questions);
        Assert.Empty(library.Faults);
    }

    [Fact]
    public void Reload_WithATopicGone_KeepsItsQuestions()
    {
        var library = Library();

        _folder.Write("p/models.yaml", Sample.All.Replace("  - {id: models.null, title: Null}\n", "", StringComparison.Ordinal));
        library.Reload();

        Assert.Equal(4, library.Current.Questions.Count);
        Assert.Equal([FaultRule.UnknownTopic, FaultRule.UnknownTopic], library.Faults.Select(f => f.Rule));
    }

    [Fact]
    public void Reload_OfAFileBrokenTwice_StillKeepsTheLastGood()
    {
        var library = Library();
        foreach (var text in new[] { "category: [", "", "category: other\ntitle: Other\nquestions: [", "\0" })
        {
            _folder.Write("p/models.yaml", text);
            library.Reload();

            Assert.Equal(4, library.Current.Questions.Count);
            Assert.Equal("models", library.Current.Find("models.orm.1")!.Category);
            Assert.NotEmpty(library.Faults);
        }
    }

    [Fact]
    public void Reload_OfAQuestionMovedOutOfABrokenFile_HasItOnce()
    {
        var library = Library();

        _folder.Write("p/models.yaml", Sample.Header + Sample.Choice + Sample.Typed + "  - broken\n");
        _folder.Write("p/more.yaml", "category: models\ntitle: Models\nquestions:\n" + Sample.TrueFalse.Replace("lazy", "quick", StringComparison.Ordinal));
        library.Reload();

        Assert.Equal(4, library.Current.Questions.Count);
        Assert.Equal("It is quick.", library.Current.Find("models.orm.2")!.Explain);
    }

    [Fact]
    public void Reload_OfADeletedFile_DropsItsQuestions()
    {
        _folder.Write("p/views.yaml", Sample.All.Replace("models", "views", StringComparison.Ordinal));
        var library = Library();

        _folder.Delete("p/views.yaml");
        library.Reload();

        Assert.Equal(4, library.Current.Questions.Count);
    }

    [Fact]
    public void Reload_OfAFolderThatIsEmptyOrGone_KeepsEverything()
    {
        var library = Library();

        Directory.Delete(Path.Combine(_folder.Path, "p"), recursive: true);
        library.Reload();
        Assert.Equal(4, library.Current.Questions.Count);
        Assert.Equal(FaultRule.NoQuestions, Assert.Single(library.Faults).Rule);

        Directory.Delete(_folder.Path);
        Assert.False(library.Reload());
        Assert.Equal(4, library.Current.Questions.Count);
        Assert.Contains(_log.At(LogLevel.Error), l => l.Contains("[folder-missing]", StringComparison.Ordinal));

        _folder.Write("p/models.yaml", Sample.Header + Sample.Choice);
        library.Reload();
        Assert.Single(library.Current.Questions);
        Assert.Empty(library.Faults);
    }

    [Fact]
    public void Reload_OfABrokenPackHeader_KeepsWhatItSaid()
    {
        _folder.Write("p/pack.yaml", "pack: p\ntitle: P\nlicence: MIT\n");
        var library = Library();

        _folder.Write("p/pack.yaml", "pack: p\ntitle: P\nlicence: [");
        library.Reload();

        Assert.Equal("MIT", library.Current.Find("models.orm.1")!.Licence);

        _folder.Write("p/pack.yaml", "pack: p\ntitle: P\nlicence: CC0-1.0\n");
        library.Reload();

        Assert.Equal("CC0-1.0", library.Current.Find("models.orm.1")!.Licence);
    }

    [Fact]
    public void Reload_OfAFaultThatStays_LogsItOnce()
    {
        var library = Library();
        var bad = Sample.All.Replace("kind: open", "kind: opn", StringComparison.Ordinal);

        _folder.Write("p/models.yaml", bad);
        library.Reload();
        _folder.Write("p/models.yaml", "# one line more\n" + bad);
        library.Reload();
        Assert.Single(_log.At(LogLevel.Error));

        _folder.Write("p/models.yaml", Sample.All);
        library.Reload();
        _folder.Write("p/models.yaml", bad);
        library.Reload();
        Assert.Equal(2, _log.At(LogLevel.Error).Count);
        Assert.Contains("models.yaml:37:11: error: `kind` cannot be `opn` (did you mean `open`?) [unknown-word]", _log.At(LogLevel.Error)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_OfAnEditOfTheSameLengthAndTime_IsSeenWhereItIsReported()
    {
        var path = _folder.Write("p/models.yaml", Sample.All);
        var library = Library();
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, Sample.All.Replace("Rarely", "Seldom", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, time);

        Assert.False(library.Reload());
        Assert.True(library.Reload(new HashSet<string> { path }));
        Assert.Equal("Seldom.", library.Current.Find("models.null.open")!.Right);
    }

    [Fact]
    public void Library_OfARelativePath_LooksInTheContentRoot()
    {
        var library = new QuestionLibrary(
            Options.Create(new QuestionsOptions { Path = Path.GetFileName(_folder.Path) }),
            new FolderEnvironment(Path.GetDirectoryName(_folder.Path)!), TimeProvider.System, _log);

        Assert.Equal(_folder.Path, library.Folder);
        Assert.Equal(4, library.Current.Questions.Count);
    }

    private QuestionLibrary Library() =>
        new(Options.Create(new QuestionsOptions { Path = _folder.Path }), new FolderEnvironment("/"), TimeProvider.System, _log);

    private static PackReading PackOf(string text)
    {
        using var folder = new QuestionsFolderOnDisk();
        folder.Write("p/models.yaml", text);
        return PackReader.Read(folder.Path);
    }
}
