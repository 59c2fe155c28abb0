using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>What waits to be written to a connection.</summary>
/// <param name="Sequence">Of an event, whose body is everything after it; 0 when the body is a whole payload.</param>
/// <param name="IsRaw">The body goes to the stream as it is, for faults.</param>
internal readonly record struct Outgoing(ReadOnlyMemory<byte> Body, int Sequence = 0, SocketMessageKind Kind = SocketMessageKind.Text, bool IsRaw = false);
