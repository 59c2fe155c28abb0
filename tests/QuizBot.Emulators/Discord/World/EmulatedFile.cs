namespace QuizBot.Emulators.Discord.World;

/// <summary>A file that was attached to a message.</summary>
public sealed record EmulatedFile(ulong Id, string Name, string? ContentType, ReadOnlyMemory<byte> Bytes)
{
    public string? Description { get; init; }
}
