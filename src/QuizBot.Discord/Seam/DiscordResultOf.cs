using System.Diagnostics.CodeAnalysis;

namespace QuizBot.Discord.Seam;

/// <summary>The outcome of a call that returns something.</summary>
/// <typeparam name="T">What it returns.</typeparam>
/// <param name="Value">What it returned; default where it failed.</param>
/// <param name="Failure">Null where it went well.</param>
public readonly record struct DiscordResult<T>(T? Value, DiscordFailure? Failure)
{
    [MemberNotNullWhen(false, nameof(Failure))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Failure is null;

    public static implicit operator DiscordResult<T>(T value) => new(value, null);

    public static implicit operator DiscordResult<T>(DiscordFailure failure) => new(default, failure);
}
