using QuizBot.Chat.Commands;
using QuizBot.Chat.Messages;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;

namespace QuizBot.Game.Help;

/// <summary>What the bot can do, made from the catalogue.</summary>
internal static class HelpMessage
{
    /// <summary>All of it, or one command with its options.</summary>
    public static ChatMessage Make(OptionReader options)
    {
        var root = options.Root("command");
        return options.Problem is { } problem ? problem.ToMessage() : root is null ? All() : One(root);
    }

    private static ChatMessage All()
    {
        var blocks = new List<ChatBlock>
        {
            new HeadingBlock("What I can do"),
            new TextBlock("I post a question of the day, run quizzes, and keep the score."),
        };
        foreach (var root in Catalogue.All.Commands.GroupBy(c => c.Root))
        {
            var text = ChatText.Bold($"/{root.Key}") + $" – {Catalogue.All.RootHelp[root.Key]}";
            foreach (var command in root)
                text += "\n" + Line(command);
            blocks.Add(new TextBlock(text));
        }

        blocks.Add(new NoteBlock((ChatText)"Options in brackets may be left out, and may be named in any order: "
            + ChatText.Code("/quiz start seconds:30 models") + ". " + ChatText.Code("/help daily") + " explains the options of /daily."));
        return new ChatMessage(blocks) { Summary = "What I can do" };
    }

    private static ChatMessage One(string root)
    {
        var blocks = new List<ChatBlock> { new HeadingBlock($"/{root}"), new TextBlock(Catalogue.All.RootHelp[root] + ".") };
        foreach (var command in Catalogue.All.Commands.Where(c => c.Root == root))
        {
            var text = Line(command);
            foreach (var option in command.Options)
                text += (ChatText)"\n• " + ChatText.Bold(option.Name) + $": {option.Help}.{Values(option)}";
            blocks.Add(new TextBlock(text));
        }

        return new ChatMessage(blocks) { Summary = Say.Summary($"/{root}: {Catalogue.All.RootHelp[root]}") };
    }

    // Where a command is all there is below its word, that has said what it does.
    private static ChatText Line(CommandSpec command) =>
        ChatText.Code(command.Usage) + (command.Sub is null ? "" : $" – {command.Help}") + (command.ForManagers ? " (managers)" : "");

    private static string Values(OptionSpec option) => option.Choices.Count == 0
        ? ""
        : $" One of {Say.List([.. option.Choices.Select(c => c.Label == c.Value ? c.Value : $"{c.Value} ({c.Label})")])}.";
}
