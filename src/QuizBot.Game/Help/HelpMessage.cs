using QuizBot.Chat.Messages;
using QuizBot.Game.Commands;

namespace QuizBot.Game.Help;

/// <summary>What the bot can do, made from the catalogue.</summary>
internal static class HelpMessage
{
    public static ChatMessage Make()
    {
        var blocks = new List<ChatBlock>
        {
            new HeadingBlock("What I can do"),
            new TextBlock("I post a question of the day, run quizzes, and keep the score."),
        };
        foreach (var root in Catalogue.All.Commands.GroupBy(c => c.Root))
        {
            var text = ChatText.Bold($"/{root.Key}") + $" – {Catalogue.All.RootHelp[root.Key]}";
            foreach (var command in root.Where(c => c.Sub is not null || c.Options.Count > 0))
                text += (ChatText)"\n" + ChatText.Code(command.Usage) + $" {command.Help}{(command.ForManagers ? " (managers)" : "")}";
            blocks.Add(new TextBlock(text));
        }

        blocks.Add(new NoteBlock("Options in brackets may be left out, and may be named in any order: /quiz start seconds:30 models"));
        return new ChatMessage(blocks) { Summary = "What I can do" };
    }
}
