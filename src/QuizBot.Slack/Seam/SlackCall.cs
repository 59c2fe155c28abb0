namespace QuizBot.Slack.Seam;

/// <summary>A call of the Web API.</summary>
/// <param name="Method">Such as <c>chat.postMessage</c>.</param>
/// <param name="Arguments">As they are sent, form-encoded; blocks, metadata and views as JSON.</param>
public sealed record SlackCall(string Method, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Repeating it is harmless, so that a lost answer may be asked for again.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Others go first: furniture such as seeded reactions.</summary>
    public bool CanWait { get; init; }
}
