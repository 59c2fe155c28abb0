using QuizBot.Chat;

namespace QuizBot.Playground.World;

/// <summary>The playground's one workspace, its channels and its made-up members.</summary>
internal static class Cast
{
    public const string Platform = "playground";
    public const string WorkspaceName = "Playground";

    public static WorkspaceRef Workspace { get; } = new(Platform, "playground");

    public static Person QuizBot { get; } = new("quizbot", "QuizBot", "#5b45d6", IsBot: true);

    /// <summary>Another bot, whose reactions must never count; nobody can be it on the page.</summary>
    public static Person Relay { get; } = new("relay", "Relay", "#5f6470", IsBot: true);

    public static IReadOnlyList<Person> People { get; } =
    [
        new("ada", "Ada", "#b3306f", MayManage: true),
        new("bashir", "Bashir", "#1f6f8b"),
        new("chioma", "Chioma", "#a2480f"),
        new("diego", "Diego", "#2f7a3d"),
        new("mei", "Mei", "#8a3ab9"),
        new("saoirse", "Saoirse", "#3a5fc8"),
        QuizBot,
        Relay,
    ];

    public static IReadOnlyList<Room> Rooms { get; } =
    [
        new("team", "team", "Where the question of the day is asked"),
        new("interview", "interview-practice", "Open questions, talked through in threads"),
        new("quiz", "quiz-night", "Quizzes, boards and good-natured rivalry"),
    ];

    public static Person? FindPerson(string id) => People.FirstOrDefault(p => p.Id == id);

    public static Room? FindRoom(string id) => Rooms.FirstOrDefault(r => r.Id == id);

    public static ChannelRef Channel(string id) => new(Workspace, id);
}
