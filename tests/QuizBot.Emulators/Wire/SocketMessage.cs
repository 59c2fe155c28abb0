namespace QuizBot.Emulators.Wire;

/// <summary>A whole message from the client.</summary>
/// <param name="CloseCode">Of a close frame; 1005 when it gave none.</param>
internal readonly record struct SocketMessage(SocketMessageKind Kind, ReadOnlyMemory<byte> Data, int CloseCode = 0, string CloseReason = "");
