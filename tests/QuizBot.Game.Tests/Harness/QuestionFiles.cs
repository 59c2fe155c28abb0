using System.Text.Json;
using QuizBot.Engine.Questions;

namespace QuizBot.Game.Tests.Harness;

/// <summary>Writes questions as a pack, so that the bot reads them the way it reads any. JSON is YAML.</summary>
internal static class QuestionFiles
{
    public static void Write(string folder, IReadOnlyList<Question> questions)
    {
        var pack = Path.Combine(folder, "test");
        Directory.CreateDirectory(pack);
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), """{"pack": "test", "title": "Questions for tests"}""");
        foreach (var category in questions.GroupBy(q => q.Category))
        {
            var file = new
            {
                category = category.Key,
                title = Title(category.Key),
                topics = category.Select(q => q.Topic).Distinct().Select(t => new { id = t, title = Title(t) }),
                questions = category.Select(ToYaml),
            };
            File.WriteAllText(Path.Combine(pack, category.Key + ".yaml"), JsonSerializer.Serialize(file));
        }
    }

    public static string Title(string id) => "The " + id.Replace('.', ' ');

    private static Dictionary<string, object> ToYaml(Question question)
    {
        var yaml = new Dictionary<string, object>
        {
            ["id"] = question.Id,
            ["topic"] = question.Topic,
            ["difficulty"] = question.Difficulty.ToString().ToLowerInvariant(),
            ["ask"] = question.Ask,
        };
        if (question.Explain.Length > 0)
            yaml["explain"] = question.Explain;
        if (question.Code is { } code)
            yaml["code"] = code;
        if (question.Source is { } source)
            yaml["source"] = new { title = source.Title, url = source.Url };
        switch (question.Kind)
        {
            case QuestionKind.Choice:
                (yaml["kind"], yaml["right"], yaml["wrong"]) = ("choice", question.Right, question.Wrong);
                break;
            case QuestionKind.TrueFalse:
                (yaml["kind"], yaml["answer"]) = ("true-false", question.Right == "True");
                break;
            case QuestionKind.Typed:
                (yaml["kind"], yaml["accept"], yaml["wrong"]) = ("typed", question.Accept, question.Wrong);
                break;
            case QuestionKind.Open:
                (yaml["kind"], yaml["model"]) = ("open", question.Right);
                break;
        }

        return yaml;
    }
}
