namespace QuizBot.Discord.Seam;

/// <summary>An expected failure of a call.</summary>
/// <param name="Status">The HTTP status; 0 where there was no answer.</param>
/// <param name="Code">Discord's own code, such as 10008; 0 where it gave none.</param>
/// <param name="Message">Discord's words, or what went wrong on the way; holds no secret.</param>
/// <param name="MayHaveHappened">The request may have been carried out all the same.</param>
/// <param name="RetryAfter">Discord's advice, or null.</param>
public sealed record DiscordFailure(int Status, int Code, string Message, bool MayHaveHappened = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Short and fit for a log.</summary>
    public override string ToString() => Code == 0 ? $"{Status} {Message}" : $"{Status}/{Code} {Message}";
}
