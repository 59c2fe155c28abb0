using System.Text.Json;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Tests;

/// <summary>The JSON Schema and the page about packs say what the reader does.</summary>
public sealed class PackSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("questions/pack.schema.json"))).RootElement;

    [Fact]
    public void Schema_Keys_AreTheReaders()
    {
        Assert.Equal(PackKeys.Pack, Keys("pack"));
        Assert.Equal(PackKeys.Category, Keys("category"));
        Assert.Equal(PackKeys.Topic, Keys("topic"));
        Assert.Equal(PackKeys.Question, Keys("question"));
        Assert.Equal(PackKeys.Source, Keys("source"));

        static IEnumerable<string> Keys(string definition)
        {
            Assert.False(Definition(definition).GetProperty("additionalProperties").GetBoolean());
            return Definition(definition).GetProperty("properties").EnumerateObject().Select(p => p.Name);
        }
    }

    [Fact]
    public void Schema_Words_AreTheReaders()
    {
        Assert.Equal(PackKeys.Kinds.Select(k => k.Word), Words("kind"));
        Assert.Equal(PackKeys.Difficulties.Select(d => d.Word), Words("difficulty"));
        Assert.Equal(PackIds.Pattern, Definition("id").GetProperty("pattern").GetString());

        static IEnumerable<string?> Words(string key) => Question(key).GetProperty("enum").EnumerateArray().Select(e => e.GetString());
    }

    [Fact]
    public void Schema_Limits_AreTheReaders()
    {
        Assert.Equal(QuestionLimits.Ask, Most(Question("ask")));
        Assert.Equal(QuestionLimits.Code, Most(Question("code")));
        Assert.Equal(QuestionLimits.Explain, Most(Question("explain")));
        Assert.Equal(QuestionLimits.Model, Most(Question("model")));
        Assert.Equal(QuestionLimits.Choice, Most(Definition("choice")));
        Assert.Equal(QuestionLimits.Typed, Most(Definition("spelling")));
        Assert.Equal(QuestionLimits.Id, Most(Definition("id")));
        Assert.Equal(PackLimits.Title, Most(Definition("title")));
        Assert.Equal(PackLimits.Licence, Most(Definition("licence")));
        Assert.Equal(PackLimits.Author, Most(Definition("author")));
        Assert.Equal(PackLimits.SourceTitle, Most(Property("source", "title")));
        Assert.Equal(PackLimits.Url, Most(Property("source", "url")));
        Assert.Equal(PackLimits.Spellings, Question("accept").GetProperty("maxItems").GetInt32());
        Assert.Equal(PackLimits.Hosts, Property("pack", "official").GetProperty("maxItems").GetInt32());
        Assert.Equal(PackLimits.Host, Most(Property("pack", "official").GetProperty("items")));
        Assert.Equal(PackLimits.Categories, Property("pack", "categories").GetProperty("maxItems").GetInt32());
        var wrong = OfKind("choice").GetProperty("properties").GetProperty("wrong");
        Assert.Equal((QuestionLimits.FewestWrong, QuestionLimits.MostWrong), (wrong.GetProperty("minItems").GetInt32(), wrong.GetProperty("maxItems").GetInt32()));

        static int Most(JsonElement text) => text.GetProperty("maxLength").GetInt32();
    }

    [Fact]
    public void Schema_AnswerKeys_BelongToTheReadersKinds()
    {
        foreach (var (word, kind) in PackKeys.Kinds)
        {
            var forbidden = OfKind(word).GetProperty("properties").EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.False).Select(p => p.Name);
            Assert.Equal(PackKeys.AnswerKeys.Where(a => !a.Kinds.Contains(kind)).Select(a => a.Key), forbidden);
        }
    }

    [Fact]
    public void Schema_RequiredKeys_AreMissedByTheReader()
    {
        using var folder = new QuestionsFolderOnDisk();
        foreach (var (word, _) in PackKeys.Kinds)
        {
            var required = Definition("question").GetProperty("required").EnumerateArray().Concat(OfKind(word).GetProperty("required").EnumerateArray())
                .Select(r => r.GetString()!).ToHashSet();
            var sample = word switch { "choice" => Sample.Choice, "true-false" => Sample.TrueFalse, "typed" => Sample.Typed, _ => Sample.Open };
            folder.Write("p/models.yaml", Sample.Header + sample);
            Assert.Empty(PackReader.Read(folder.Path).Faults);
            foreach (var key in PackKeys.Question.Where(k => sample.Contains($" {k}: ", StringComparison.Ordinal)))
            {
                folder.Write("p/models.yaml", Sample.Header + Without(sample, key));
                var isMissed = PackReader.Read(folder.Path).Faults.Any(f => f.Rule == FaultRule.Missing);
                Assert.True(required.Contains(key) == isMissed, $"{word}: {key}");
            }
        }

        // The key's own line and, for a block of code, those below it.
        static string Without(string sample, string key)
        {
            var lines = sample.Split('\n').ToList();
            var at = lines.FindIndex(l => l[4..].StartsWith(key + ":", StringComparison.Ordinal));
            var below = lines.Skip(at + 1).TakeWhile(l => l.StartsWith("      ", StringComparison.Ordinal)).Count();
            lines.RemoveRange(at, 1 + below);
            return (at == 0 ? "  -\n" : "") + string.Join('\n', lines);
        }
    }

    [Fact]
    public void Page_NamesEveryRuleAndKey()
    {
        var page = File.ReadAllText(Repository.Path("docs/packs.md"));
        var rules = typeof(FaultRule).GetFields().Select(f => (string)f.GetRawConstantValue()!);

        Assert.DoesNotContain(rules.Concat(PackKeys.Pack).Concat(PackKeys.Category).Concat(PackKeys.Question), name => !page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

    private static JsonElement Property(string definition, string key) => Definition(definition).GetProperty("properties").GetProperty(key);

    private static JsonElement Question(string key) => Property("question", key);

    private static JsonElement OfKind(string kind) => Definition("question").GetProperty("allOf").EnumerateArray()
        .Single(c => c.GetProperty("if").GetProperty("properties").GetProperty("kind").GetProperty("const").GetString() == kind)
        .GetProperty("then");
}
