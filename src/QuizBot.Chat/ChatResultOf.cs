using System.Diagnostics.CodeAnalysis;

namespace QuizBot.Chat;

/// <summary>The outcome of a call that returns something.</summary>
/// <typeparam name="T">What it returns.</typeparam>
public readonly record struct ChatResult<T>
{
    internal ChatResult(T? value, ChatFailure? failure) => (Value, Failure) = (value, failure);

    /// <summary>What it returned; default where it failed.</summary>
    public T? Value { get; }

    /// <summary>Null where it went well.</summary>
    public ChatFailure? Failure { get; }

    /// <summary>Whether it went well.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsDone => Failure is null;

    /// <summary>It went well.</summary>
    public static implicit operator ChatResult<T>(T value) => new(value, null);

    /// <summary>It failed.</summary>
    public static implicit operator ChatResult<T>(ChatFailure failure) => new(default, failure);
}
