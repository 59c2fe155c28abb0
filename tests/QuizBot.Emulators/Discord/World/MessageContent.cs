namespace QuizBot.Emulators.Discord.World;

/// <summary>What a message says.</summary>
public sealed record MessageContent(
    string Text,
    IReadOnlyList<EmulatedEmbed> Embeds,
    IReadOnlyList<EmulatedRow> Rows,
    IReadOnlyList<EmulatedFile> Files)
{
    internal static readonly MessageContent Empty = new("", [], [], []);

    /// <summary>The members it really mentions, after what was allowed.</summary>
    public IReadOnlyList<ulong> Mentions { get; init; } = [];

    public IReadOnlyList<ulong> MentionedRoles { get; init; } = [];

    public bool MentionsEveryone { get; init; }

    public IEnumerable<EmulatedButton> Buttons => Rows.SelectMany(row => row.Components).OfType<EmulatedButton>();

    internal bool IsEmpty => Text.Length == 0 && Embeds.Count == 0 && Rows.Count == 0 && Files.Count == 0;

    internal EmulatedComponent? Find(string customId) =>
        Rows.SelectMany(row => row.Components).FirstOrDefault(component => component.CustomId == customId);
}
