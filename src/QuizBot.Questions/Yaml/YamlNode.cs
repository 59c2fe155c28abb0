namespace QuizBot.Questions.Yaml;

/// <summary>A value as it stands in the file: text, a list or keys with values; never an object made from it.</summary>
internal abstract class YamlNode(Place place)
{
    public Place Place { get; } = place;
}
