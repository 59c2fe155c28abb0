namespace QuizBot.Discord.Seam;

/// <summary>The first answer to an interaction.</summary>
public abstract record InteractionAnswer
{
    private InteractionAnswer()
    {
    }

    /// <summary>A message (callback type 4).</summary>
    public sealed record Message(OutgoingMessage Content) : InteractionAnswer;

    /// <summary>A message follows by <see cref="IDiscordClient.EditAnswerAsync"/> (5).</summary>
    public sealed record DeferMessage(bool Ephemeral) : InteractionAnswer;

    /// <summary>For a button: nothing is shown yet, and perhaps never (6).</summary>
    public sealed record DeferUpdate : InteractionAnswer;

    /// <summary>For a button: replaces the message it is on (7).</summary>
    public sealed record Update(OutgoingMessage Content) : InteractionAnswer;

    /// <summary>Values for a half-typed option, at most 25 (8).</summary>
    public sealed record Completions(IReadOnlyList<DiscordCommandChoice> Choices) : InteractionAnswer;

    /// <summary>Opens a form; not in answer to a form (9).</summary>
    public sealed record Modal(DiscordModal Form) : InteractionAnswer;
}
