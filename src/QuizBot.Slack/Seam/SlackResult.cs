using System.Diagnostics.CodeAnalysis;

namespace QuizBot.Slack.Seam;

/// <summary>The outcome of a call.</summary>
/// <typeparam name="T">What it returns.</typeparam>
/// <param name="Value">What it returned; default where it failed.</param>
/// <param name="Failure">Null where it went well.</param>
public readonly record struct SlackResult<T>(T? Value, SlackFailure? Failure)
{
    [MemberNotNullWhen(false, nameof(Failure))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Failure is null;

    public static implicit operator SlackResult<T>(T value) => new(value, null);

    public static implicit operator SlackResult<T>(SlackFailure failure) => new(default, failure);
}
