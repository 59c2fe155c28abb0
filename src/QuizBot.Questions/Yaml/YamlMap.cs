namespace QuizBot.Questions.Yaml;

/// <summary>Keys with values in the file's order; a key may stand twice.</summary>
internal sealed class YamlMap(Place place, IReadOnlyList<(YamlText Key, YamlNode Value)> entries) : YamlNode(place)
{
    public IReadOnlyList<(YamlText Key, YamlNode Value)> Entries { get; } = entries;
}
