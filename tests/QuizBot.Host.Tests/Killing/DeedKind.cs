namespace QuizBot.Host.Tests.Killing;

internal enum DeedKind
{
    Reaction,
    Withdrawn,
    Button,
    Typed,
}
