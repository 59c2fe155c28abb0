namespace QuizBot.Chat.Messages;

/// <summary>Text shown to the letter: adapters escape whatever their platform would take as markup or mention.</summary>
/// <param name="Text">The text.</param>
public sealed record PlainSpan(string Text) : TextSpan;
