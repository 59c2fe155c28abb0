namespace QuizBot.Discord.Client.Gateway;

/// <summary>Why a connection ended, and what follows.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Why">For the log; where it is refused, the line for the operator.</param>
internal sealed record ConnectionEnd(EndKind Kind, string Why)
{
    /// <summary>To wait before the next connection.</summary>
    public TimeSpan Pause { get; init; }

    public static ConnectionEnd Resume(string why) => new(EndKind.Resume, why);

    public static ConnectionEnd NewSession(string why) => new(EndKind.NewSession, why);
}
