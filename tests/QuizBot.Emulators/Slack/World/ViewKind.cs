namespace QuizBot.Emulators.Slack.World;

public enum ViewKind
{
    Modal,
    Home,
}
