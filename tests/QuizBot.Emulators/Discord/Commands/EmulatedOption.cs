using QuizBot.Emulators.Discord.Interactions;

namespace QuizBot.Emulators.Discord.Commands;

/// <summary>An option of a command, or a subcommand, or a group of them.</summary>
public sealed record EmulatedOption(int Type, string Name, string Description)
{
    internal const int Subcommand = 1, Group = 2, Text = 3, Whole = 4, Truth = 5, User = 6, Channel = 7, Role = 8, Mentionable = 9, Number = 10, File = 11;

    public bool IsRequired { get; init; }

    public IReadOnlyList<EmulatedChoice> Choices { get; init; } = [];

    public IReadOnlyList<EmulatedOption> Options { get; init; } = [];

    public bool HasAutocomplete { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }
}
