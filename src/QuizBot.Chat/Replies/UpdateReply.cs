using QuizBot.Chat.Messages;

namespace QuizBot.Chat.Replies;

/// <summary>Replaces the private message whose button was pressed. On a public message's button it is shown as a <see cref="PrivateReply"/>.</summary>
/// <param name="Content">What.</param>
public sealed record UpdateReply(ChatMessage Content) : ChatReply;
