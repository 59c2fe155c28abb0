using System.Diagnostics.CodeAnalysis;

namespace QuizBot.Chat;

/// <summary>The outcome of a call that returns nothing.</summary>
/// <param name="Failure">Null where it went well.</param>
public readonly record struct ChatResult(ChatFailure? Failure)
{
    /// <summary>It went well.</summary>
    public static ChatResult Done { get; } = new(null);

    /// <summary>Whether it went well.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsDone => Failure is null;

    /// <summary>It went well and returned a value; for values of interface types, to which no conversion applies.</summary>
    public static ChatResult<T> Of<T>(T value) => new(value, null);

    /// <summary>It failed.</summary>
    public static implicit operator ChatResult(ChatFailure failure) => new(failure);
}
