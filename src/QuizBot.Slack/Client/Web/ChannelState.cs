namespace QuizBot.Slack.Client.Web;

/// <summary>What one method has to do with one channel.</summary>
internal sealed class ChannelState
{
    public ChannelState() => Lines = [new(this), new(this)];

    /// <summary>Urgent calls, and those that can wait.</summary>
    public ChannelLine[] Lines { get; }

    /// <summary>A call is under way, and the next must wait for its answer.</summary>
    public bool IsBusy { get; set; }

    /// <summary>No call before this.</summary>
    public TimeSpan NotBefore { get; set; }

    public bool IsIdle(TimeSpan now) => !IsBusy && NotBefore <= now && Lines.All(l => l.Calls.Count == 0 && !l.IsQueued);
}
