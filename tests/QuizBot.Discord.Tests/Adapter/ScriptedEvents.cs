using System.Collections.Concurrent;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;

namespace QuizBot.Discord.Tests.Adapter;

/// <summary>Keeps what the adapter hands in, and handles it as a test says.</summary>
internal sealed class ScriptedEvents : IChatEvents
{
    public ConcurrentQueue<ChatEvent> Heard { get; } = new();

    public Func<ChatEvent, CancellationToken, ValueTask<ChatReply?>> Handle { get; set; } = (_, _) => new((ChatReply?)null);

    public Func<string, string, string, IReadOnlyList<OptionChoice>> Complete { get; set; } = (_, _, _) => [];

    public IReadOnlyList<T> Of<T>()
        where T : ChatEvent => [.. Heard.OfType<T>()];

    public ValueTask<ChatReply?> HandleAsync(ChatEvent happened, CancellationToken cancellation)
    {
        Heard.Enqueue(happened);
        return Handle(happened, cancellation);
    }

    public ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(string command, string option, string typed, CancellationToken cancellation) =>
        new(Complete(command, option, typed));
}
