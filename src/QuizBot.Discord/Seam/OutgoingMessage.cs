namespace QuizBot.Discord.Seam;

/// <summary>A message to Discord. Nothing in it may mention anyone but <see cref="MentionRoles"/>.</summary>
/// <param name="Content">Markdown of at most 2,000 characters; empty for none.</param>
/// <param name="Embeds">At most 10, of 6,000 characters together.</param>
/// <param name="Rows">At most 5 rows of at most 5 buttons.</param>
public sealed record OutgoingMessage(string Content, IReadOnlyList<DiscordEmbed> Embeds, IReadOnlyList<IReadOnlyList<DiscordButton>> Rows)
{
    /// <summary>1 to 25 characters that make a repeat harmless; null for none. Sent with <c>enforce_nonce</c>.</summary>
    public string? Nonce { get; init; }

    /// <summary>The message of the same channel that it answers, which must be there; null for none.</summary>
    public ulong? ReplyTo { get; init; }

    /// <summary>Roles that <see cref="Content"/> may notify.</summary>
    public IReadOnlyList<ulong> MentionRoles { get; init; } = [];

    /// <summary>Only the member of the interaction sees it (flag 64).</summary>
    public bool Ephemeral { get; init; }
}
