namespace QuizBot.Chat.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Kind">How it is.</param>
/// <param name="Subject">What was looked at, in a word or two: <c>token</c>.</param>
/// <param name="Text">How it is, in a sentence; without secrets.</param>
public sealed record Finding(FindingKind Kind, string Subject, string Text)
{
    /// <summary>What to do about it, in a sentence; null where nothing needs doing.</summary>
    public string? Remedy { get; init; }
}
