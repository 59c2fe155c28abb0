using System.Globalization;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>What a bot such as ours says, for pages to show.</summary>
internal static class Script
{
    private static readonly string[] Numbers = ["1️⃣", "2️⃣", "3️⃣", "4️⃣"];

    private static readonly string[] Categories = ["models", "databases", "http", "security"];

    private static readonly ChatText[] Choices =
    [
        ChatText.Code("blank=True"), ChatText.Code("null=True"), ChatText.Code("required=False"),
        "Both " + ChatText.Code("null=True") + " and " + ChatText.Code("blank=True"),
    ];

    public static IReadOnlyList<string> Emoji => Numbers;

    public static CommandCatalogue Commands { get; } = new(
    [
        new("quiz start", "Start a quiz in this channel",
        [
            new("category", "What it is about; all categories where it is left out", OptionType.Text) { Completes = true },
            new("questions", "How many questions", OptionType.Number) { Min = 1, Max = 50 },
            new("difficulty", "How hard they are", OptionType.Text) { Choices = [new("easy", "Easy"), new("medium", "Medium"), new("hard", "Hard")] },
        ]),
        new("quiz stop", "Stop the quiz of this channel", []),
        new("daily set", "Post a question of the day in this channel",
        [
            new("time", "Local time, such as 09:30", OptionType.Text) { Required = true },
            new("zone", "Time zone, such as Europe/Berlin", OptionType.Text) { Required = true, Completes = true },
        ]) { ForManagers = true },
        new("leaderboard", "Who has the most points",
        [
            new("period", "Of which time", OptionType.Text) { Choices = [new("week", "This week"), new("month", "This month"), new("all", "All time")] },
        ]),
        new("stats", "How a member is doing", [new("member", "Whose; yours where it is left out", OptionType.Member)]),
        new("question suggest", "Propose a question", []),
        new("help", "What QuizBot can do", []),
    ])
    {
        RootHelp = new Dictionary<string, string>(),
    };

    public static ChatMessage Question(DateTimeOffset closes) => new(
    [
        new HeadingBlock("Question of the day · Models"),
        new TextBlock("A form must let people leave " + ChatText.Code("nickname") + " empty. Which option decides that?"),
        new CodeBlock("class Person(models.Model):\n    nickname = models.CharField(max_length=30, ...)", "python"),
        new ChoicesBlock([.. Numbers.Zip(Choices, (emoji, text) => new ShownChoice(emoji, text))]),
        new NoteBlock("Closes " + ChatText.Time(closes, TimeStyle.Relative) + " · easy · q-7f3a"),
    ])
    {
        Summary = "Question of the day: which option lets a form leave nickname empty?",
        Tone = ChatTone.Question,
    };

    public static ChatMessage Closed { get; } = new(
    [
        new HeadingBlock("Question of the day · Databases"),
        new TextBlock("Which isolation level forbids phantom reads by the SQL standard?"),
        new ChoicesBlock(
        [
            new("1️⃣", "Read committed", false, 1, 0.2),
            new("2️⃣", "Repeatable read", false, 1, 0.2),
            new("3️⃣", "Serializable", true, 3, 0.6),
            new("4️⃣", "Read uncommitted", false, 0, 0.0),
        ]),
        new TextBlock(ChatText.Bold("Why: ") + "a phantom is a row that appears between two reads of the same range. "
            + "Only serializable transactions behave as if they ran one after the other. See " + ChatText.Link("Transaction Isolation", "https://www.postgresql.org/docs/current/transaction-iso.html") + "."),
        new NoteBlock("Right: " + ChatText.Member("chioma", "Chioma") + ", " + ChatText.Member("ada", "Ada") + " and " + ChatText.Member("mei", "Mei")
            + " · closed " + ChatText.Time(new(2025, 11, 23, 17, 30, 0, TimeSpan.Zero), TimeStyle.DateTime)),
    ])
    {
        Summary = "Closed: 3 of 5 members were right. Serializable forbids phantom reads.",
        Tone = ChatTone.Result,
    };

    public static ChatMessage Board(string reader) => new(
    [
        new HeadingBlock("Leaderboard · this week"),
        new TableBlock(
            [new("#", true), new("Member"), new("Points", true), new("Right", true), new("Streak", true)],
            [
                Row(1, "Chioma", 48, 92, 12, reader), Row(2, "Ada", 41, 87, 9, reader), Row(3, "Mei", 37, 85, 4, reader),
                Row(4, "Diego", 29, 71, 0, reader), Row(5, "Bashir", 18, 66, 2, reader),
            ]),
        new NoteBlock("Six members answered this week."),
    ])
    {
        Summary = "Leaderboard of this week: Chioma leads with 48 points.",
    };

    public static ChatMessage Stats(string name) => new(
    [
        new HeadingBlock($"{name}'s record"),
        new TableBlock([new("Category"), new("Answered", true), new("Right", true)], [new(["Models", "24", "88 %"]), new(["Databases", "17", "65 %"])]),
        new ButtonsBlock([new("review:start", "Review what I missed", IsMain: true), new("stats:year", "This year")]),
    ])
    {
        Summary = $"{name}: 41 answered, 78 % right",
    };

    public static FormReply Suggest { get; } = new(
        "Propose a question", "question:suggest",
        [
            new("ask", "Question", 1000, Placeholder: "What does … do?"), new("right", "Right answer", 80), new("wrong", "Wrong answers, one a line", 800),
        ],
        "A manager looks at it before it is asked.");

    /// <summary>A bot that answers the commands above.</summary>
    public static ScriptedBot Bot() => new()
    {
        Reply = (happened, _) => ValueTask.FromResult(Reply(happened)),
        Complete = (_, option, typed) => option switch
        {
            "category" => [.. Categories.Where(c => c.Contains(typed, StringComparison.Ordinal)).Select(c => new OptionChoice(c, char.ToUpperInvariant(c[0]) + c[1..]))],
            "zone" => [new("Europe/Berlin", "Europe/Berlin"), new("America/New_York", "America/New_York")],
            _ => [],
        },
    };

    private static ChatReply? Reply(ChatEvent happened) => happened switch
    {
        CommandTyped { Text: var text } when text.StartsWith("/quiz start", StringComparison.Ordinal) =>
            new PublicReply(Posts.Saying($"A quiz begins: {text}")),
        CommandTyped { Text: var text } typed when text.StartsWith("/leaderboard", StringComparison.Ordinal) => new PublicReply(Board(typed.Member.Name)),
        CommandTyped { Text: var text } typed when text.StartsWith("/stats", StringComparison.Ordinal) => new PrivateReply(Stats(typed.Member.Name)),
        CommandTyped { Text: "/question suggest" } => Suggest,
        CommandTyped typed => new PrivateReply(Problem($"There is no {typed.Text}. Did you mean /help?")),
        ButtonPressed { Action: "review:start" } => new UpdateReply(Posts.Saying("Nothing to review today. Well done!")),
        FormSubmitted form => new PrivateReply(Posts.Saying($"Thank you. A manager will look at: {form.Fields["ask"]}")),
        _ => null,
    };

    private static ChatMessage Problem(string text) => new([new TextBlock(text)]) { Summary = text, Tone = ChatTone.Problem };

    private static TableRow Row(int rank, string name, int points, int right, int streak, string reader)
    {
        string[] cells = [rank.ToString(CultureInfo.InvariantCulture), name, points.ToString(CultureInfo.InvariantCulture), $"{right} %", streak.ToString(CultureInfo.InvariantCulture)];
        return new(cells, name == reader);
    }
}
