using QuizBot.Playground.World;

namespace QuizBot.Playground.Actions;

/// <summary>Where the bot's reply to a member belongs.</summary>
/// <param name="Member">To whom.</param>
/// <param name="Channel">In which channel.</param>
/// <param name="Thread">In which of its threads; or null.</param>
internal sealed record ReplyPlace(Person Member, string Channel, long? Thread)
{
    /// <summary>The command it answers, as typed; or null.</summary>
    public string? Command { get; init; }

    /// <summary>The same without its options, for others to read.</summary>
    public string? CommandPath { get; init; }

    /// <summary>The private message whose button was pressed, which the reply may replace; or null.</summary>
    public long? PrivateMessage { get; init; }
}
