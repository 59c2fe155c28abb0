using QuizBot.Chat.Messages;

namespace QuizBot.Chat;

/// <summary>A message to be posted.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Key">1 to 25 characters (Discord's nonce holds 25), different for every post of the bot.</param>
/// <param name="Content">What.</param>
public sealed record ChatPost(ChannelRef Channel, string Key, ChatMessage Content)
{
    /// <summary>The thread to post in, as <see cref="IChatPlatform.OpenThreadAsync"/> gave it; or null.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The message it answers, or null.</summary>
    public string? ReplyTo { get; init; }
}
