namespace QuizBot.Emulators.Slack.Blocks;

internal enum Surface
{
    Message,
    Modal,
    Home,
}
