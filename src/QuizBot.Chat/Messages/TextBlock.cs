namespace QuizBot.Chat.Messages;

/// <summary>A paragraph; line breaks are kept. At most 2,900 characters.</summary>
/// <param name="Text">The text.</param>
public sealed record TextBlock(ChatText Text) : ChatBlock;
