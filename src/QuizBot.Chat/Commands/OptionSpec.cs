namespace QuizBot.Chat.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">1 to 32 lower-case letters and hyphens.</param>
/// <param name="Help">One line of at most 100 characters.</param>
/// <param name="Type">What it takes.</param>
public sealed record OptionSpec(string Name, string Help, OptionType Type)
{
    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The smallest number, or null.</summary>
    public int? Min { get; init; }

    /// <summary>The largest number, or null.</summary>
    public int? Max { get; init; }

    /// <summary>The only values it takes, at most 25; empty where it is free.</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];

    /// <summary>Whether <see cref="IChatEvents.CompleteAsync"/> knows values for it.</summary>
    public bool Completes { get; init; }
}
