namespace QuizBot.Emulators.Slack.World;

public enum ChannelKind
{
    Public,
    Private,

    /// <summary>Between one member and the bot.</summary>
    Direct,
}
