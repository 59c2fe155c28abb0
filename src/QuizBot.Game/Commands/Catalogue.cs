using QuizBot.Chat.Commands;
using QuizBot.Engine.Quizzes;

namespace QuizBot.Game.Commands;

/// <summary>Every command of the bot, declared once; platforms and the help are made from it.</summary>
public static class Catalogue
{
    internal const string
        QuizStart = "quiz start", QuizStop = "quiz stop", QuizSkip = "quiz skip",
        DailySet = "daily set", DailyList = "daily list", DailyNow = "daily now", DailyPause = "daily pause",
        DailyResume = "daily resume", DailyRemove = "daily remove", DailyPreview = "daily preview",
        Leaderboard = "leaderboard", Stats = "stats", Help = "help";

    private static readonly OptionSpec Category = new("category", "Only questions of this category", OptionType.Text) { Completes = true };

    public static CommandCatalogue All { get; } = new(
    [
        new CommandSpec(QuizStart, "Start a quiz in this channel",
        [
            Category,
            new("questions", "How many questions, 1 to 25", OptionType.Number) { Min = 1, Max = QuizSettings.MostRounds },
            new("seconds", "Seconds for each question, 5 to 300", OptionType.Number) { Min = QuizSettings.FewestSeconds, Max = QuizSettings.MostSeconds },
            new("difficulty", "Only questions of this difficulty", OptionType.Text)
            {
                Choices = [new("easy", "easy"), new("medium", "medium"), new("hard", "hard")],
            },
        ]),
        new CommandSpec(QuizStop, "Stop the quiz in this channel", []),
        new CommandSpec(QuizSkip, "Reveal the open question of the quiz now", []),
        new CommandSpec(DailySet, "Set this channel's question of the day",
        [
            new("time", "Local time, such as 09:30", OptionType.Text) { Required = true },
            new("zone", "Time zone, such as Europe/Berlin", OptionType.Text) { Required = true, Completes = true },
            new("days", "Such as mon,wed,fri, working-days or weekend; every day if left out", OptionType.Text) { Completes = true },
            Category,
            new("close-after", "How long it takes answers, such as 90m or 1d, up to 7 days; 8 hours if left out", OptionType.Text) { Completes = true },
            new("answers", "How members answer; both if left out", OptionType.Text)
            {
                Choices = [new("both", "reactions and buttons"), new("reactions", "everyone sees them"), new("buttons", "nobody sees them")],
            },
            new("kind", "Which questions; mixed if left out", OptionType.Text)
            {
                Choices = [new("mixed", "graded, and every fifth an interview prompt"), new("graded", "graded questions only"), new("choices", "questions with choices only"), new("open", "interview prompts only")],
            },
        ]) { ForManagers = true },
        new CommandSpec(DailyList, "The dailies of this workspace", []),
        new CommandSpec(DailyNow, "Post today's question now", []) { ForManagers = true },
        new CommandSpec(DailyPause, "Pause this channel's question of the day", []) { ForManagers = true },
        new CommandSpec(DailyResume, "Let it run again", []) { ForManagers = true },
        new CommandSpec(DailyRemove, "Remove this channel's question of the day; points stay", []) { ForManagers = true },
        new CommandSpec(DailyPreview, "The next 14 posts in local time, and whether I may post here", []) { ForManagers = true },
        new CommandSpec(Leaderboard, "Who leads in this workspace",
        [
            new("period", "Since when; this month if left out", OptionType.Text)
            {
                Choices = [new("today", "today"), new("week", "this week"), new("month", "this month"), new("year", "this year"), new("all", "all time")],
            },
            Category,
        ]),
        new CommandSpec(Stats, "Points, accuracy, streak and weakest topics",
            [new("member", "Whose; yours if left out", OptionType.Member)]),
        new CommandSpec(Help, "What I can do", [new("command", "Only this one, and each of its options", OptionType.Text) { Completes = true }]),
    ])
    {
        RootHelp = new Dictionary<string, string>
        {
            ["quiz"] = "Run a quiz in this channel",
            ["daily"] = "The question of the day",
            ["leaderboard"] = "Who leads in this workspace",
            ["stats"] = "Points, accuracy, streak and weakest topics",
            ["help"] = "What I can do",
        },
    };
}
