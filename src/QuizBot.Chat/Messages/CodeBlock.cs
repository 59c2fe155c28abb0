namespace QuizBot.Chat.Messages;

/// <summary>Code in a fixed-width type, shown to the letter.</summary>
/// <param name="Text">The code, without a final line break.</param>
/// <param name="Language">Such as <c>python</c>; or null.</param>
public sealed record CodeBlock(string Text, string? Language = null) : ChatBlock;
