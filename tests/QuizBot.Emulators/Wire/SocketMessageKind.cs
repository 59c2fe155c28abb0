namespace QuizBot.Emulators.Wire;

internal enum SocketMessageKind
{
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10,

    /// <summary>The other side is gone without a word.</summary>
    Gone = -1,
}
