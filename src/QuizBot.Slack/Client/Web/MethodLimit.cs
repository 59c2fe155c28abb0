namespace QuizBot.Slack.Client.Web;

/// <summary>How often a method may be called in one workspace.</summary>
/// <param name="Calls">So many calls …</param>
/// <param name="Per">… in any time as long as this.</param>
internal sealed record MethodLimit(int Calls, TimeSpan Per)
{
    /// <summary>How many may come at once; more are spread evenly.</summary>
    public int Burst { get; init; } = Calls;

    /// <summary>Between two calls for one channel; zero for none.</summary>
    public TimeSpan ChannelPause { get; init; }
}
