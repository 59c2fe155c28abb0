using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;

namespace QuizBot.Testing.Platforms;

/// <summary>Keeps what a platform hands in, and replies as a test wants.</summary>
public sealed class RecordingEvents : IChatEvents
{
    private readonly Lock _gate = new();
    private readonly List<ChatEvent> _events = [];

    /// <summary>The reply to an event; null by default.</summary>
    public Func<ChatEvent, ChatReply?> Reply { get; set; } = _ => null;

    public IReadOnlyList<T> Of<T>()
        where T : ChatEvent
    {
        lock (_gate)
            return [.. _events.OfType<T>()];
    }

    public ValueTask<ChatReply?> HandleAsync(ChatEvent happened, CancellationToken cancellation)
    {
        lock (_gate)
            _events.Add(happened);
        return ValueTask.FromResult(Reply(happened));
    }

    public ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(string command, string option, string typed, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<OptionChoice>>([]);
}
