namespace QuizBot.Emulators.Discord.World;

public sealed record EmulatedSelectOption(string Label, string Value)
{
    public string? Description { get; init; }

    public string? Emoji { get; init; }

    public bool IsDefault { get; init; }
}
