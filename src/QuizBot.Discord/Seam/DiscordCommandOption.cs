namespace QuizBot.Discord.Seam;

/// <summary>An option or sub-command of a command.</summary>
/// <param name="Type">1 sub-command, 3 text, 4 whole number, 6 user.</param>
/// <param name="Name">1 to 32 lower-case letters and hyphens.</param>
/// <param name="Description">1 to 100 characters.</param>
public sealed record DiscordCommandOption(int Type, string Name, string Description)
{
    public bool Required { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    /// <summary>For text: the most characters, 1 to 6,000; or null.</summary>
    public int? MaxLength { get; init; }

    public bool Autocomplete { get; init; }

    /// <summary>The only values it takes, at most 25; empty where it is free.</summary>
    public IReadOnlyList<DiscordCommandChoice> Choices { get; init; } = [];

    /// <summary>A sub-command's options.</summary>
    public IReadOnlyList<DiscordCommandOption> Options { get; init; } = [];
}
