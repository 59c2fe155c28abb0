using QuizBot.Chat.Commands;
using QuizBot.Chat.Messages;
using QuizBot.Game.Messages;

namespace QuizBot.Game.Commands;

/// <summary>A command that cannot be carried out as it was given.</summary>
/// <param name="Text">What is wrong and how to mend it.</param>
/// <param name="Command">The command whose usage helps, or null.</param>
internal sealed record OptionProblem(string Text, CommandSpec? Command = null)
{
    public ChatMessage ToMessage()
    {
        var blocks = new List<ChatBlock> { new TextBlock(Text) };
        if (Command is not null)
            blocks.Add(new NoteBlock((ChatText)"Usage: " + ChatText.Code(Command.Usage)));
        return new ChatMessage(blocks) { Summary = Say.Summary(Text), Tone = ChatTone.Problem };
    }
}
