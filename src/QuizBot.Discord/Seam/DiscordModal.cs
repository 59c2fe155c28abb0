namespace QuizBot.Discord.Seam;

/// <summary>A form.</summary>
/// <param name="CustomId">Comes back with it; 1 to 100 characters.</param>
/// <param name="Title">1 to 45 characters.</param>
/// <param name="Inputs">1 to 5.</param>
public sealed record DiscordModal(string CustomId, string Title, IReadOnlyList<DiscordTextInput> Inputs)
{
    /// <summary>Markdown of at most 4,000 characters above the inputs (a text display, component 10); null for none.</summary>
    public string? Intro { get; init; }
}
