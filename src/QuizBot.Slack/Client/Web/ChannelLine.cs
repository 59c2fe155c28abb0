namespace QuizBot.Slack.Client.Web;

/// <summary>The calls of one method that wait for one channel, either the urgent or those that can wait.</summary>
internal sealed class ChannelLine(ChannelState channel)
{
    public ChannelState Channel => channel;

    public LinkedList<PacedCall> Calls { get; } = [];

    /// <summary>It stands among the lines that take turns, or among those that rest.</summary>
    public bool IsQueued { get; set; }
}
