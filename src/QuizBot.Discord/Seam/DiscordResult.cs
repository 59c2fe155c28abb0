using System.Diagnostics.CodeAnalysis;

namespace QuizBot.Discord.Seam;

/// <summary>The outcome of a call that returns nothing.</summary>
/// <param name="Failure">Null where it went well.</param>
public readonly record struct DiscordResult(DiscordFailure? Failure)
{
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsDone => Failure is null;

    public static implicit operator DiscordResult(DiscordFailure failure) => new(failure);
}
