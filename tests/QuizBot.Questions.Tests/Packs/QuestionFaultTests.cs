using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests.Packs;

/// <summary>One thing wrong with one value: the question is left out, the fault says which, where and what to do.</summary>
public sealed class QuestionFaultTests : IDisposable
{
    private static readonly string Long = new('x', 2_000);
    private readonly QuestionsFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "id: models.orm.1", "id: Models ORM 1", FaultRule.BadId, "use lower-case letters" },
        { "id: models.orm.1", "id: models..1", FaultRule.BadId, "use lower-case letters" },
        { "id: models.orm.1", $"id: {Long}", FaultRule.TooLong, "shorten it" },
        { "topic: models.orm", "topic: models.omr", FaultRule.UnknownTopic, "did you mean `models.orm`?" },
        { "topic: models.orm", "topic: views", FaultRule.UnknownTopic, "declare it" },
        { "difficulty: easy", "difficulty: eazy", FaultRule.UnknownWord, "did you mean `easy`?" },
        { "difficulty: easy", "difficulty: 5", FaultRule.UnknownWord, "use one of easy, medium, hard" },
        { "kind: choice", "kind: choices", FaultRule.UnknownWord, "did you mean `choice`?" },
        { "kind: choice", "kind:", FaultRule.Missing, "write it" },
        { "kind: choice", "kind: open", FaultRule.Missing, "add `model: …`" },
        { "ask: Which", "aks: Which", FaultRule.UnknownKey, "did you mean `ask`?" },
        { "ask: Which", "zzzzzz: Which", FaultRule.UnknownKey, "use one of id, topic" },
        { "ask: Which", "ask: second\n    ask: Which", FaultRule.DuplicateKey, "keep one" },
        { "ask: Which", $"ask: {Long}", FaultRule.TooLong, "shorten it" },
        { "ask: Which option lets a form leave `nickname` empty?", "ask: \"  \"", FaultRule.Missing, "write it" },
        { "ask: Which option lets a form leave `nickname` empty?", "ask: [a, b]", FaultRule.Shape, "quote" },
        { "ask: Which option lets a form leave `nickname` empty?", "ask: \"a\\u202Eb\"", FaultRule.BidiControl, "delete it" },
        { "ask: Which", "ask: \u2066Which", FaultRule.BidiControl, "delete it" },
        { "ask: Which option lets a form leave `nickname` empty?", "ask: \"a\\ab\"", FaultRule.ControlCharacter, "delete it" },
        { "ask: Which", "ask: !!python/object:os.system Which", FaultRule.Tag, "delete it" },
        { "ask: Which", "ask: !System.Diagnostics.Process Which", FaultRule.Tag, "delete it" },
        { "ask: Which", "ask: !!str Which", FaultRule.Tag, "delete it" },
        { "ask: Which", "ask: &a Which", FaultRule.Alias, "delete it" },
        { "ask: Which option lets a form leave `nickname` empty?", "ask: *a", FaultRule.Alias, "write the value out" },
        { "ask: Which", "<<: {a: b}\n    ask: Which", FaultRule.UnknownKey, "use one of" },
        { "ask: Which", "? [a, b]\n    : c\n    ask: Which", FaultRule.Shape, "write `key: value`" },
        { "right: blank=True", "right: " + new string('x', 81), FaultRule.TooLong, "shorten it" },
        { "right: blank=True", "right: |\n      a\n      b", FaultRule.OneLine, "write it in one" },
        { "right: blank=True", "answer: true\n    right: blank=True", FaultRule.UnknownKey, "delete it or change `kind`" },
        { "    right: blank=True\n", "", FaultRule.Missing, "add `right: …`" },
        { "    wrong: [null=True, required=False]\n", "", FaultRule.Missing, "add 1 to 9 wrong choices" },
        { "wrong: [null=True, required=False]", "wrong: []", FaultRule.WrongCount, "add 1 to 9 wrong choices" },
        { "wrong: [null=True, required=False]", "wrong: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", FaultRule.WrongCount, "keep the best" },
        { "wrong: [null=True, required=False]", "wrong: null=True", FaultRule.Shape, "write it as" },
        { "wrong: [null=True, required=False]", "wrong: [{a: b}]", FaultRule.Shape, "quote" },
        { "wrong: [null=True, required=False]", "wrong: [null=True, ]\n    accept: [a]", FaultRule.UnknownKey, "delete it" },
        { "wrong: [null=True, required=False]", "wrong: [null=True, \"\"]", FaultRule.Missing, "write it" },
        { "wrong: [null=True, required=False]", $"wrong: [{new string('x', 81)}]", FaultRule.TooLong, "shorten it" },
        { "wrong: [null=True, required=False]", "wrong: [null=True, '`blank=True`']", FaultRule.SameChoice, "change or delete it" },
        { "wrong: [null=True, required=False]", "wrong: [null=True, null=True]", FaultRule.SameChoice, "change or delete it" },
        { "    explain: Validation asks `blank`.\n", "", FaultRule.Missing, "add `explain: …`" },
        { "title: Fields, ", "", FaultRule.Missing, "add `title: …`" },
        { "url: \"https://docs.example.org/fields#blank\"", "url: docs.example.org", FaultRule.BadUrl, "https://" },
        { "url: \"https://docs.example.org/fields#blank\"", "url: \"javascript:alert(1)\"", FaultRule.BadUrl, "https://" },
        { "url: \"https://docs.example.org/fields#blank\"", "url: \"https://a b\"", FaultRule.BadUrl, "https://" },
        { "url: \"https://docs.example.org/fields#blank\"", "url: \"https://docs.example.org@evil.example\"", FaultRule.BadUrl, "https://" },
        { "source: {title", "source: {titel", FaultRule.UnknownKey, "did you mean `title`?" },
        { "source: {title: Fields, url: \"https://docs.example.org/fields#blank\"}", "source: https://docs.example.org", FaultRule.Shape, "write its keys" },
        { "answer: false", "answer: no", FaultRule.UnknownWord, "use one of true" },
        { "answer: false", "answer: 0", FaultRule.UnknownWord, "use one of true" },
        { "    answer: false\n", "", FaultRule.Missing, "add `answer: …`" },
        { "    accept: [get, get()]\n", "", FaultRule.Missing, "add `accept: " },
        { "accept: [get, get()]", "accept: []", FaultRule.Missing, "add `accept: " },
        { "accept: [get, get()]", "accept: [get, \"\\u0301\"]", FaultRule.Unanswerable, "letters or digits" },
        { "accept: [get, get()]", "accept: [get, First]", FaultRule.SameChoice, "delete it here or in `accept`" },
        { "accept: [get, get()]", "right: get\n    accept: [get]", FaultRule.UnknownKey, "change `kind`" },
        { "    model: Rarely.\n", "", FaultRule.Missing, "add `model: …`" },
        { "model: Rarely.", $"model: {Long}", FaultRule.TooLong, "shorten it" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Question_WithAFault_IsLeftOutAndExplained(string was, string becomes, string rule, string remedy)
    {
        Assert.Contains(was, Sample.All, StringComparison.Ordinal);
        var at = Sample.All.IndexOf(was, Sample.Header.Length, StringComparison.Ordinal);
        var text = Sample.All[..at] + becomes + Sample.All[(at + was.Length)..];
        _folder.Write("p/models.yaml", text);

        var reading = PackReader.Read(_folder.Path);

        Assert.Equal(3, reading.Bank.Questions.Count);
        var fault = Assert.Single(reading.Faults, f => f.Rule == rule);
        Assert.Contains(remedy, fault.Remedy, StringComparison.Ordinal);
        var lineOfChange = Sample.All[..at].Count(c => c == '\n') + 1;
        Assert.InRange(fault.Line, FirstLineOfQuestion(text, lineOfChange), lineOfChange + 2);
    }

    [Fact]
    public void BillionLaughs_IsRefusedAtItsFirstAlias()
    {
        var bomb = "category: x\ntitle: X\ntopics:\n  - &a {id: x.a, title: A}\n" + string.Concat(Enumerable.Range(0, 40).Select(_ => "  - [*a, *a, *a, *a]\n"));
        _folder.Write("p/bomb.yaml", bomb);

        var faults = PackReader.Read(_folder.Path).Faults;

        Assert.Equal(161, faults.Count(f => f.Rule == FaultRule.Alias));
        Assert.All(faults.Where(f => f.Rule == FaultRule.Alias), f => Assert.InRange(f.Line, 4, 44));
    }

    [Fact]
    public void Faults_OverTheCap_AreCounted()
    {
        _folder.Write("p/models.yaml", Sample.Header + string.Concat(Enumerable.Repeat("  - id: A\n", 1_500)));

        var faults = PackReader.Read(_folder.Path).Faults;

        Assert.Equal(1_002, faults.Count);
        Assert.Single(faults, f => f.Rule == FaultRule.TooManyFaults);
    }

    [Fact]
    public void File_OfTooManyBrokenQuestions_SaysWhereReadingEnds()
    {
        _folder.Write("p/models.yaml", Sample.Header + string.Concat(Enumerable.Repeat("  - ask: a: b\n", 300)) + Sample.Choice);

        var reading = PackReader.Read(_folder.Path);

        Assert.Empty(reading.Bank.Questions);
        Assert.Equal(201, reading.Faults.Count(f => f.Rule == FaultRule.Yaml));
        Assert.Equal(6 + 202, Assert.Single(reading.Faults, f => f.Rule == FaultRule.TooManyFaults).Line);
    }

    // A fault about what is absent stands where the question begins.
    private static int FirstLineOfQuestion(string text, int line) =>
        text.Split('\n').Take(line).Select((l, i) => (l, i)).Last(x => x.l.StartsWith("  - id", StringComparison.Ordinal)).i + 1;
}
