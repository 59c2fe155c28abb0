namespace QuizBot.Discord.Failures;

/// <summary>What was tried, for the words of a failure.</summary>
internal enum DiscordAct
{
    Post,
    Reply,
    Edit,
    React,
    Unreact,
    Read,
    OpenThread,
    Tell,
}
