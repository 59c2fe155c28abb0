namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>A form that a member was shown.</summary>
public sealed record EmulatedModal(string CustomId, string Title, IReadOnlyList<EmulatedInput> Inputs)
{
    /// <summary>What there is to read in it, as markdown.</summary>
    public IReadOnlyList<EmulatedText> Texts { get; init; } = [];
}
