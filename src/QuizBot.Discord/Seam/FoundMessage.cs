namespace QuizBot.Discord.Seam;

/// <summary>A message as found in a channel.</summary>
/// <param name="Id">The id.</param>
/// <param name="Author">Who posted it.</param>
/// <param name="Nonce">The nonce it was posted with, where Discord still tells; else null.</param>
/// <param name="Footers">The footers of its embeds, in order.</param>
public sealed record FoundMessage(ulong Id, ulong Author, string? Nonce, IReadOnlyList<string> Footers)
{
    /// <summary>Whether there is a thread below it, whose id is then the message's (message flag 1&lt;&lt;5).</summary>
    public bool HasThread { get; init; }
}
