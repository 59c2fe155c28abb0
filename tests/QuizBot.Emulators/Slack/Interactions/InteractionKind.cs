namespace QuizBot.Emulators.Slack.Interactions;

public enum InteractionKind
{
    Command,
    Action,
    ViewSubmission,
    ViewClosed,
}
