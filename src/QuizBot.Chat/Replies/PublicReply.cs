using QuizBot.Chat.Messages;

namespace QuizBot.Chat.Replies;

/// <summary>A message that everyone in the channel sees.</summary>
/// <param name="Content">What.</param>
public sealed record PublicReply(ChatMessage Content) : ChatReply;
