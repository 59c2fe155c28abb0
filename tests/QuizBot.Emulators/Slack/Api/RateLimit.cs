namespace QuizBot.Emulators.Slack.Api;

/// <summary>So many calls in so much time, evenly regained.</summary>
public sealed record RateLimit(int Calls, TimeSpan Window)
{
    /// <summary>How many may come at once after a rest; the default is a whole window's.</summary>
    public int Burst { get; init; } = Calls;
}
