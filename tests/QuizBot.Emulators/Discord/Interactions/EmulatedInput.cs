namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>A text input of a form.</summary>
/// <param name="IsParagraph">Several lines instead of one.</param>
/// <param name="IsInLabel">Wrapped in the newer label component instead of a row.</param>
public sealed record EmulatedInput(int Id, string CustomId, string Label, bool IsParagraph, bool IsInLabel)
{
    public bool IsRequired { get; init; } = true;

    public int MinLength { get; init; }

    public int MaxLength { get; init; } = 4000;

    public string? Value { get; init; }

    public string? Placeholder { get; init; }
}
