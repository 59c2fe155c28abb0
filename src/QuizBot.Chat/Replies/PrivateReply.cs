using QuizBot.Chat.Messages;

namespace QuizBot.Chat.Replies;

/// <summary>A message that only the member sees.</summary>
/// <param name="Content">What.</param>
public sealed record PrivateReply(ChatMessage Content) : ChatReply;
