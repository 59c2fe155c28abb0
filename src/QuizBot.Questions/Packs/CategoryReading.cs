using QuizBot.Questions.Faults;
using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Packs;

/// <summary>Reads what a category file says beside its questions.</summary>
internal static class CategoryReading
{
    /// <summary>The category, or null where its id or title is at fault.</summary>
    public static CategoryDraft? Read(IReadOnlyDictionary<string, (YamlText Key, YamlNode Value)> header, string file, FaultList faults)
    {
        var map = new YamlMap(Place.Start, [.. header.Values]);
        if (KeyedValues.Of(map, "The file", PackKeys.Category, faults) is not { } values)
            return null;
        var id = values.Id("category");
        var title = values.Line("title", PackLimits.Title, required: true);
        var licence = values.Line("licence", PackLimits.Licence, required: false);
        var author = values.Line("author", PackLimits.Author, required: false);
        var topics = ReadTopics(values, file, faults);
        if (id is null || title is null)
            return null;
        var place = values.Find("category")!.Place;
        return new CategoryDraft(id, title, new FilePlace(file, place.Line, place.Column), licence, author, topics);
    }

    private static List<TopicDraft> ReadTopics(KeyedValues values, string file, FaultList faults)
    {
        var topics = new List<TopicDraft>();
        if (values.Find("topics") is not { } node)
            return topics;
        if (node is not YamlList { Items: var items })
        {
            faults.Error(node.Place, FaultRule.Shape, "`topics` is not a list", "write lines such as `- {id: models.orm, title: The ORM}`");
            return topics;
        }

        var seen = new Dictionary<string, Place>();
        foreach (var item in items)
        {
            if (KeyedValues.Of(item, "The topic", PackKeys.Topic, faults) is not { } topic)
                continue;
            if (topic.Id("id") is not { } id || topic.Line("title", PackLimits.Title, required: true) is not { } title)
                continue;
            if (seen.TryAdd(id, topic.Place))
                topics.Add(new TopicDraft(id, title, new FilePlace(file, topic.Place.Line, topic.Place.Column)));
            else
                faults.Error(topic.Place, FaultRule.TopicTwice, $"The topic `{id}` stands here twice", $"delete it here or in line {seen[id].Line}");
        }

        return topics;
    }
}
