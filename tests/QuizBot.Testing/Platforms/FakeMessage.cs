using QuizBot.Chat;
using QuizBot.Chat.Messages;

namespace QuizBot.Testing.Platforms;

/// <summary>A message of the bot as it stands on the fake platform.</summary>
public sealed class FakeMessage(MessageRef reference, ChatMessage content, DateTimeOffset at)
{
    private readonly List<ChatMessage> _contents = [content];

    public MessageRef Ref { get; } = reference;

    public DateTimeOffset At { get; } = at;

    /// <summary>The key it was posted with; null for a reply.</summary>
    public string? Key { get; init; }

    public string? ThreadId { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>The only member who sees it; null where all do.</summary>
    public string? OnlyFor { get; init; }

    public ChatMessage Content => _contents[^1];

    /// <summary>Everything it ever showed, the edits in order.</summary>
    public IReadOnlyList<ChatMessage> Contents => _contents;

    /// <summary>Reactions in the order they were added.</summary>
    public List<StandingReaction> Reactions { get; } = [];

    /// <summary>The name of its thread, or null.</summary>
    public string? ThreadName { get; internal set; }

    public bool IsDeleted { get; internal set; }

    internal void Edit(ChatMessage content) => _contents.Add(content);
}
