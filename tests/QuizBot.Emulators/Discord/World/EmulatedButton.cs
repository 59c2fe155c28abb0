namespace QuizBot.Emulators.Discord.World;

public sealed record EmulatedButton(int Id, string? CustomId) : EmulatedComponent(2, Id, CustomId)
{
    public int Style { get; init; }

    public string? Label { get; init; }

    public string? Url { get; init; }

    public bool Disabled { get; init; }

    public string? Emoji { get; init; }
}
