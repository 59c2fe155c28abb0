namespace QuizBot.Chat.Messages;

/// <summary>Buttons in a row; adapters wrap them.</summary>
/// <param name="Buttons">1 to 25.</param>
public sealed record ButtonsBlock(IReadOnlyList<ChatButton> Buttons) : ChatBlock;
