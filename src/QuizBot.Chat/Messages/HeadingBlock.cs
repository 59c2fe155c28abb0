namespace QuizBot.Chat.Messages;

/// <summary>A title; at most 150 characters of plain text.</summary>
/// <param name="Text">The text.</param>
public sealed record HeadingBlock(string Text) : ChatBlock;
