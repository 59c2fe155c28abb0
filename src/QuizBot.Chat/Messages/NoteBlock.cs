namespace QuizBot.Chat.Messages;

/// <summary>Small print: when it closes, the source, how to answer.</summary>
/// <param name="Text">The text.</param>
public sealed record NoteBlock(ChatText Text) : ChatBlock;
