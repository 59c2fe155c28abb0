namespace QuizBot.Chat.Messages;

/// <summary>Inline code, to the letter.</summary>
/// <param name="Text">The code.</param>
public sealed record CodeSpan(string Text) : TextSpan;
