using QuizBot.Chat.Messages;

namespace QuizBot.Game.Help;

internal static class WelcomeMessage
{
    public static ChatMessage Make() => new(
    [
        new HeadingBlock("Hello, I am QuizBot"),
        new TextBlock((ChatText)"Thank you for inviting me. " + ChatText.Code("/daily set 09:30 Europe/Berlin")
            + " posts a question each day in the channel you write it in; " + ChatText.Code("/quiz start") + " runs a quiz at once; "
            + ChatText.Code("/help") + " shows the rest."),
    ])
    { Summary = "Hello, I am QuizBot. /daily set begins a question of the day." };
}
