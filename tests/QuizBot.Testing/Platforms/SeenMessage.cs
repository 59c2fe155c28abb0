using QuizBot.Chat;

namespace QuizBot.Testing.Platforms;

/// <summary>A message as a member sees it.</summary>
/// <param name="Ref">The message.</param>
/// <param name="Text">All that is read in it, as plain text, without what the platform's markup adds.</param>
/// <param name="Actions">Its buttons' actions, in order.</param>
/// <param name="Reactions">Who reacted with what, in order, the bot's own included.</param>
public sealed record SeenMessage(
    MessageRef Ref, string Text, IReadOnlyList<string> Actions, IReadOnlyList<(string MemberId, string Emoji)> Reactions)
{
    /// <summary>True where only this member sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The thread it stands in, or null.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The message it answers, or null.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The members whom it notifies by a mention.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];
}
