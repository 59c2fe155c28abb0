using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>Something to write on a connection.</summary>
/// <param name="IsRaw">Bytes as they are, which need not be a frame.</param>
internal readonly record struct OutgoingFrame(ReadOnlyMemory<byte> Body, SocketMessageKind Kind = SocketMessageKind.Text, bool IsRaw = false)
{
    /// <summary>Of an envelope: what goes around <see cref="Body"/>.</summary>
    public Envelope? Envelope { get; init; }
}
