namespace QuizBot.Playground.Protocol;

/// <summary>An emoji below a message and who gave it, in order.</summary>
internal sealed record WireReaction(string Emoji, IReadOnlyList<string> Members);
