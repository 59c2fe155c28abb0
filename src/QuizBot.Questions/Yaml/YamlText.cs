namespace QuizBot.Questions.Yaml;

/// <summary>A scalar by its source text, whatever YAML would take it for (<c>yes</c>, <c>null</c>, <c>1.0</c>).</summary>
internal sealed class YamlText(Place place, string text) : YamlNode(place)
{
    public string Text { get; } = text;
}
