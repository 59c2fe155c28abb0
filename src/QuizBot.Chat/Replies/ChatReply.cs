namespace QuizBot.Chat.Replies;

/// <summary>What a member sees who used a command, a button or a form.</summary>
public abstract record ChatReply;
