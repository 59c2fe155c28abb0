namespace QuizBot.Chat.Messages;

/// <summary>A run of text.</summary>
public abstract record TextSpan;
