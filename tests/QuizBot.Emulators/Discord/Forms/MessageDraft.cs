using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>A message as a body describes it; what is null was not said.</summary>
internal sealed record MessageDraft
{
    public string? Text { get; init; }

    /// <summary>Content was given, if only as null.</summary>
    public bool HasText { get; init; }

    public List<EmulatedEmbed>? Embeds { get; init; }

    public List<EmulatedRow>? Rows { get; init; }

    public List<EmulatedFile> NewFiles { get; init; } = [];

    /// <summary>On an edit, the ids of the files that stay; null keeps all.</summary>
    public List<ulong>? KeptFiles { get; init; }

    public MessageFlags Flags { get; init; }

    public bool HasFlags { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public string? Nonce { get; init; }

    public bool NonceIsNumber { get; init; }

    public bool EnforcesNonce { get; init; }

    public ulong? ReplyTo { get; init; }

    /// <summary>A reply to what is not there is posted all the same.</summary>
    public bool MayMissReply { get; init; }

    public ulong? ReplyChannel { get; init; }

    /// <summary>Laid over what a message said before; over nothing for a new one.</summary>
    public MessageContent Over(MessageContent before) => new(
        HasText ? Text ?? "" : before.Text,
        HasEmbeds ? Embeds ?? [] : before.Embeds,
        HasRows ? Rows ?? [] : before.Rows,
        [.. KeptFiles is null ? before.Files : before.Files.Where(file => KeptFiles.Contains(file.Id)), .. NewFiles]);

    public bool HasEmbeds { get; init; }

    public bool HasRows { get; init; }
}
