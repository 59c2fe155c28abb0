namespace QuizBot.Discord.Client.Gateway;

/// <summary>What was received.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Json">A message, until the next is read.</param>
/// <param name="Code">With the connection's end: Discord's code; 0 for none.</param>
/// <param name="Reason">With the connection's end: Discord's words, or null.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Json = default, int Code = 0, string? Reason = null);
