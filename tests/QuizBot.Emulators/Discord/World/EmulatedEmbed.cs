namespace QuizBot.Emulators.Discord.World;

/// <summary>An embed as posted; what was not given is null.</summary>
public sealed record EmulatedEmbed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public int? Color { get; init; }

    public string? Timestamp { get; init; }

    public string? Footer { get; init; }

    public string? FooterIcon { get; init; }

    public string? Author { get; init; }

    public string? AuthorUrl { get; init; }

    public string? AuthorIcon { get; init; }

    public string? Image { get; init; }

    public string? Thumbnail { get; init; }

    public IReadOnlyList<EmulatedField> Fields { get; init; } = [];
}
