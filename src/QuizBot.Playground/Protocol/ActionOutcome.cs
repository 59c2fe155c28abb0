using QuizBot.Chat.Replies;

namespace QuizBot.Playground.Protocol;

/// <summary>What came of something a member did.</summary>
/// <param name="Error">Why it was refused, in a plain sentence; or null.</param>
/// <param name="Form">A form that opens; or null.</param>
internal sealed record ActionOutcome(string? Error = null, FormReply? Form = null);
