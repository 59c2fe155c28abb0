namespace QuizBot.Discord.Tests.Day;

/// <summary>A pack of a few questions of known kinds: four choices in <c>models</c>, typed ones in <c>words</c>.</summary>
internal static class QuestionPack
{
    public static void Write(string folder)
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, "test")).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), "pack: test\ntitle: Questions for tests\n");
        Write(pack, "models", i => $"""
              kind: choice
              ask: Which option lets a form leave `nickname{i}` empty?
              code: "nickname{i} = models.CharField(max_length=30)"
              right: blank=True
              wrong: [null=True, required=False, empty=True]
              explain: "`blank` is about forms, `null` about the database."
            """);
        Write(pack, "words", i => $"""
              kind: typed
              ask: Which word follows `yield{i}` to delegate to another generator?
              accept: [from]
              explain: "`yield from` passes everything through."
            """);
    }

    private static void Write(string pack, string category, Func<int, string> question) =>
        File.WriteAllText(Path.Combine(pack, category + ".yaml"), $"""
            category: {category}
            title: {category}
            topics:
              - id: {category}.topic
                title: A topic
            questions:
            {string.Join('\n', Enumerable.Range(1, 5).Select(i => $"  - id: {category}.topic.{i}\n    topic: {category}.topic\n    difficulty: easy\n" + Indented(question(i))))}
            """);

    private static string Indented(string yaml) => string.Join('\n', yaml.ReplaceLineEndings("\n").Split('\n').Select(l => "  " + l));
}
