namespace QuizBot.Slack.Seam;

/// <summary>What happened to a channel.</summary>
public enum ChannelChange
{
    Archived,
    Unarchived,
    Deleted,
    Renamed,

    /// <summary>The bot was removed (<c>channel_left</c>, <c>group_left</c>).</summary>
    BotLeft,
}
