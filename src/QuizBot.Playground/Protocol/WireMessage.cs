using QuizBot.Playground.Store;

namespace QuizBot.Playground.Protocol;

/// <summary>A message as the page reads it; times are milliseconds since 1970.</summary>
internal sealed record WireMessage(long Id, string Channel, long? Thread, string Author, long At, long Seq)
{
    public long? EditedAt { get; init; }

    /// <summary>Set where only one member sees it.</summary>
    public bool? Private { get; init; }

    /// <summary>A member's words.</summary>
    public string? Text { get; init; }

    /// <summary>A bot's message, see <see cref="WireContent"/>.</summary>
    public RawJson? Content { get; init; }

    /// <summary>It in one line, for notifications and screen readers.</summary>
    public required string Summary { get; init; }

    public WireReplyTo? ReplyTo { get; init; }

    /// <summary>The command it answers.</summary>
    public WireUsed? Used { get; init; }

    /// <summary>The thread below it.</summary>
    public WireThread? Replies { get; init; }

    public required IReadOnlyList<WireReaction> Reactions { get; init; }

    public static WireMessage From(StoredMessage m) => new(m.Id, m.Channel, m.Thread, m.Author, m.PostedUs / 1000, m.Sequence)
    {
        EditedAt = m.EditedUs / 1000,
        Private = m.OnlyFor is null ? null : true,
        Text = m.Body,
        Content = m.Content is null ? null : new(m.Content),
        Summary = m.Summary,
        ReplyTo = m.ReplyTo is { } to ? new(to.Id, to.Author, to.Summary) : null,
        Used = m is { UsedBy: { } by, Used: { } command } ? new(by, command) : null,
        Replies = m.Replies > 0 || m.ThreadName is not null ? new(m.Replies, m.LastReplyUs / 1000, m.ThreadName) : null,
        Reactions = [.. m.Reactions.GroupBy(r => r.Emoji).Select(g => new WireReaction(g.Key, [.. g.Select(r => r.Member)]))],
    };
}
