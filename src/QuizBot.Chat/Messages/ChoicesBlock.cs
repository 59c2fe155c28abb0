namespace QuizBot.Chat.Messages;

/// <summary>The numbered choices of a question, and after the close how members answered.</summary>
/// <param name="Choices">2 to 10, in order.</param>
public sealed record ChoicesBlock(IReadOnlyList<ShownChoice> Choices) : ChatBlock;
