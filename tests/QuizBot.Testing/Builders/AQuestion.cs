using QuizBot.Engine.Questions;

namespace QuizBot.Testing.Builders;

/// <summary>
/// A question that is valid as it stands; a test names only what it is about, and adds the rest by <c>with</c>.
/// The category and the topic are those of the id: <c>models.relations.2</c> is of <c>models</c> and <c>models.relations</c>.
/// </summary>
public static class AQuestion
{
    public static Question Choice(
        string id = "models.null-blank.1",
        Difficulty difficulty = Difficulty.Easy,
        string right = "blank=True",
        IReadOnlyList<string>? wrong = null,
        string? category = null,
        string? topic = null) =>
        Of(QuestionKind.Choice, id, difficulty, right, category, topic) with
        {
            Ask = "Which option lets a form leave the field empty?",
            Wrong = wrong ?? ["null=True", "required=False", "default=''"],
        };

    public static Question TrueFalse(
        string id = "models.migrations.1",
        Difficulty difficulty = Difficulty.Easy,
        bool answer = true,
        string? category = null,
        string? topic = null) =>
        Of(QuestionKind.TrueFalse, id, difficulty, answer ? "True" : "False", category, topic) with
        {
            Ask = "A migration can be reversed.",
            Wrong = [answer ? "False" : "True"],
        };

    public static Question Typed(
        string id = "performance.queries.1",
        Difficulty difficulty = Difficulty.Medium,
        IReadOnlyList<string>? accept = null,
        IReadOnlyList<string>? wrong = null,
        string? category = null,
        string? topic = null)
    {
        accept ??= ["select_related"];
        return Of(QuestionKind.Typed, id, difficulty, accept[0], category, topic) with
        {
            Ask = "Which QuerySet method joins a foreign key's table?",
            Accept = accept,
            Wrong = wrong ?? [],
        };
    }

    public static Question Open(
        string id = "basics.flask.1",
        Difficulty difficulty = Difficulty.Hard,
        string model = "Django brings an ORM, an admin and users; Flask leaves the choice to you.",
        string? category = null,
        string? topic = null) =>
        Of(QuestionKind.Open, id, difficulty, model, category, topic) with
        {
            Ask = "How does Django differ from Flask?",
            Explain = "",
        };

    private static Question Of(
        QuestionKind kind, string id, Difficulty difficulty, string right, string? category, string? topic)
    {
        var dot = id.LastIndexOf('.');
        topic ??= dot > 0 ? id[..dot] : "models.model";
        return new Question
        {
            Id = id,
            Category = category ?? topic.Split('.')[0],
            Topic = topic,
            Difficulty = difficulty,
            Kind = kind,
            Ask = "",
            Right = right,
            Explain = "The documentation says so.",
        };
    }
}
