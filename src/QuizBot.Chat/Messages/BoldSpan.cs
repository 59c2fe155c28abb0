namespace QuizBot.Chat.Messages;

/// <summary>Bold text, to the letter.</summary>
/// <param name="Text">The text.</param>
public sealed record BoldSpan(string Text) : TextSpan;
