namespace QuizBot.Playground.Store;

/// <summary>A message to be stored; see <see cref="StoredMessage"/>.</summary>
internal sealed record NewMessage(string Channel, string Author, string Summary)
{
    public long? Thread { get; init; }
    public long? ReplyTo { get; init; }
    public string? OnlyFor { get; init; }
    public string? PostKey { get; init; }
    public string? Body { get; init; }
    public string? Content { get; init; }
    public string? UsedBy { get; init; }
    public string? Used { get; init; }
}
