using System.Text;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;
using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Tests.Packs;

/// <summary>Files that cannot be used: each is named, and the good one beside it is read.</summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly QuestionsFolderOnDisk _folder = new();

    public FileFaultTests() => _folder.Write("p/models.yaml", Sample.All);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string, int, int> Contents => new()
    {
        { "empty", [], FaultRule.EmptyFile, 1, 1 },
        { "comments", "# nothing\n---\n"u8.ToArray(), FaultRule.EmptyFile, 1, 1 },
        { "spaces", "  \n\n"u8.ToArray(), FaultRule.EmptyFile, 1, 1 },
        { "picture", [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\n', 0, 0, 13], FaultRule.Binary, 2, 1 },
        { "latin 1", [.. "a: b\ntitle: caf"u8, 0xE9], FaultRule.Encoding, 2, 11 },
        { "cut in a character", [.. "a: é"u8, 0xC3], FaultRule.Encoding, 1, 5 },
        { "utf-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sample.All)], FaultRule.Encoding, 1, 1 },
        { "text", "Hello"u8.ToArray(), FaultRule.Shape, 1, 1 },
        { "list", "- a\n- b\n"u8.ToArray(), FaultRule.Shape, 1, 1 },
        { "alias", "*a\n"u8.ToArray(), FaultRule.Shape, 1, 1 },
        { "two documents", Encoding.UTF8.GetBytes("category: x\ntitle: X\n---\ncategory: y\n"), FaultRule.Shape, 3, 1 },
        { "no end", "category: x\ntitle: [X\n"u8.ToArray(), FaultRule.Yaml, 3, 1 },
        { "brackets", Encoding.UTF8.GetBytes(new string('[', 100_000)), FaultRule.Shape, 1, 1 },
        { "brackets inside", Encoding.UTF8.GetBytes("title: " + new string('[', 100_000)), FaultRule.Yaml, 1, 17 },
        { "questions are a text", "category: x\ntitle: X\nquestions: none\n"u8.ToArray(), FaultRule.Shape, 3, 12 },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void File_ThatCannotBeUsed_IsNamedWithItsPlace(string what, byte[] content, string rule, int line, int column)
    {
        _folder.Write("p/bad.yaml", content);

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(4, reading.Bank.Questions.Count);
        var fault = Assert.Single(reading.Faults, f => f.Rule == rule && f.Line == line && f.Column == column);
        Assert.True(fault.File == $"{_folder.Path}/p/bad.yaml", what);
        Assert.Equal(FaultSeverity.Error, fault.Severity);
    }

    [Fact]
    public void File_WithByteOrderMark_IsRead()
    {
        _folder.Write("p/models.yaml", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Sample.All.Replace("\n", "\r\n", StringComparison.Ordinal))]);

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        Assert.Equal("Book.objects.____(pk=1)\n  .title", reading.Bank.Find("models.null.1")!.Code);
    }

    [Fact]
    public void File_OverTheLimit_IsNotOpened()
    {
        using (var big = File.Create(Path.Combine(_folder.Path, "p/big.yaml")))
            big.SetLength(YamlFile.LargestBytes + 1L);

        Assert.Equal(FaultRule.TooBig, Assert.Single(PackReader.Read(_folder.Path).Faults).Rule);
    }

    [Fact]
    public void File_ThatSomeoneHolds_IsNamed()
    {
        var path = _folder.Write("p/held.yaml", Sample.All);
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(FaultRule.Unreadable, Assert.Single(reading.Faults).Rule);
        Assert.Equal(4, reading.Bank.Questions.Count);
    }

    [Fact]
    public void Link_OutOfTheFolderOrToNowhere_IsRefused()
    {
        using var elsewhere = new QuestionsFolderOnDisk();
        var outside = elsewhere.Write("x/other.yaml", Sample.All);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "p/outside.yaml"), outside);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "p/nowhere.yaml"), "gone.yaml");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "p/round.yaml"), "round.yaml");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "pack"), Path.Combine(elsewhere.Path, "x"));

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(4, reading.Bank.Questions.Count);
        Assert.Equal([FaultRule.Link, FaultRule.Link, FaultRule.Link, FaultRule.Link], reading.Faults.Select(f => f.Rule));
    }

    [Fact]
    public void Link_InsideTheFolder_IsFollowed()
    {
        // As Kubernetes mounts a ConfigMap.
        _folder.Write("q/..2026/views.yaml", Sample.All.Replace("models", "views", StringComparison.Ordinal));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "q/..data"), "..2026");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "q/views.yaml"), "..data/views.yaml");

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Faults);
        Assert.Equal(8, reading.Bank.Questions.Count);
    }

    [Fact]
    public void Folder_ThatIsMissing_IsNamedInFull()
    {
        var reading = PackReader.Read(Path.Combine(_folder.Path, "gone"));

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(FaultRule.FolderMissing, fault.Rule);
        Assert.Contains(Path.Combine(_folder.Path, "gone"), fault.Message, StringComparison.Ordinal);
        Assert.Empty(reading.Bank.Questions);
    }

    [Fact]
    public void Folder_WithoutAQuestion_IsAnError()
    {
        _folder.Delete("p/models.yaml");

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal([(FaultRule.NoQuestions, FaultSeverity.Error), (FaultRule.NoQuestions, FaultSeverity.Warning)], reading.Faults.Select(f => (f.Rule, f.Severity)));
        Assert.Equal("p", Assert.Single(reading.Packs).Id);
    }

    [Fact]
    public void Files_OutsideAPack_AreNotReadAndNamed()
    {
        _folder.Write("stray.yaml", Sample.All);
        _folder.Write("p/deeper/stray.yaml", Sample.All);
        _folder.Write("p/.hidden.yaml", "[");
        _folder.Write(".git/config.yaml", "[");
        _folder.Write("p/notes.txt", "[");
        _folder.Write("pack.schema.json", "{}");

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(4, reading.Bank.Questions.Count);
        Assert.Equal([$"{_folder.Path}/p/deeper", $"{_folder.Path}/stray.yaml"], reading.Faults.Select(f => f.File));
        Assert.All(reading.Faults, f => Assert.Equal((FaultRule.StrayFile, FaultSeverity.Warning), (f.Rule, f.Severity)));
    }
}
