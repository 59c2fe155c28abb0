namespace QuizBot.Playground.Store;

/// <summary>Something a member did.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Order">Microseconds since 1970, never the same twice.</param>
/// <param name="Outcome">What the page was told, as JSON; null until the bot has handled it.</param>
internal sealed record StoredAction(long Id, long Order, string? Outcome)
{
    /// <summary>The id of the event the bot hears, the same whenever it is handed in again.</summary>
    public string EventId => $"a{Id}";
}
