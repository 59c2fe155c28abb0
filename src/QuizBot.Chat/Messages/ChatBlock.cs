namespace QuizBot.Chat.Messages;

/// <summary>A part of a message.</summary>
public abstract record ChatBlock;
