namespace QuizBot.Emulators.Recording;

/// <summary>A request as it was received, and what was answered.</summary>
/// <param name="Route">The route with its parameters' names, as in the platform's own description; empty when there is none.</param>
/// <param name="Answer">The body that was answered; empty when the answer was lost on purpose or none is kept.</param>
public sealed record RecordedRequest(
    DateTimeOffset At, string Method, string Path, string Route, string Body, int Status, string Answer, TimeSpan Took)
{
    /// <summary>The platform's own code of a refusal, or none.</summary>
    public int? Code { get; init; }

    /// <summary>A fault that was switched on answered, or spoilt the answer.</summary>
    public bool Faulty { get; init; }
}
