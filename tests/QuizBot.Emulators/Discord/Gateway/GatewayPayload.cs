namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>A payload that a client sent.</summary>
/// <param name="Json">As it came, the token included.</param>
public sealed record GatewayPayload(DateTimeOffset At, int Opcode, string Json);
