namespace QuizBot.Emulators.Discord.World;

/// <summary>A menu: of texts (3), members (5), roles (6), mentionables (7) or channels (8).</summary>
public sealed record EmulatedSelect(int Type, int Id, string? CustomId) : EmulatedComponent(Type, Id, CustomId)
{
    public string? Placeholder { get; init; }

    public int MinValues { get; init; } = 1;

    public int MaxValues { get; init; } = 1;

    public bool Disabled { get; init; }

    public IReadOnlyList<EmulatedSelectOption> Options { get; init; } = [];
}
