namespace QuizBot.Emulators.Slack.Api;

/// <summary>A call of the Web API as it was received, and what was answered.</summary>
/// <param name="Method">Such as <c>chat.postMessage</c>; for a response_url <c>response_url</c>.</param>
/// <param name="Workspace">The token's workspace; null when the token is none, or an app's.</param>
/// <param name="Arguments">As they came, structures as JSON; without the token.</param>
/// <param name="Answer">The body that was answered; empty when it was lost on purpose or none is kept.</param>
public sealed record RecordedCall(
    DateTimeOffset At, string Method, string? Workspace, IReadOnlyDictionary<string, string> Arguments, int Status, string Answer, TimeSpan Took)
{
    /// <summary>Slack's word for a refusal, or null.</summary>
    public string? Error { get; init; }

    /// <summary>A fault that was switched on answered, or spoilt the answer.</summary>
    public bool Faulty { get; init; }

    /// <summary>The token came in a header.</summary>
    public bool HasBearer { get; init; }

    /// <summary>The body as it came; empty when none is kept.</summary>
    public string Body { get; init; } = "";

    /// <summary>The value of Authorization and of a token argument, for tests that no token goes astray.</summary>
    public string Credential { get; init; } = "";

    public string this[string argument] => Arguments.GetValueOrDefault(argument, "");
}
