namespace QuizBot.Chat;

/// <summary>An expected failure of a platform.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Detail">For the log and, where <see cref="ChatFailureKind.Forbidden"/>, for an administrator; holds no secret.</param>
/// <param name="RetryAfter">The platform's own advice when to try again, or null.</param>
public sealed record ChatFailure(ChatFailureKind Kind, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>True where trying the same again is useless until a person does something.</summary>
    public bool IsFinal => Kind is not (ChatFailureKind.Unavailable or ChatFailureKind.Doubtful);
}
