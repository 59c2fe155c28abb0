using System.Threading.Channels;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>A bot that does what a test tells it to.</summary>
public sealed class ScriptedBot : IChatEvents
{
    private readonly Channel<ChatEvent> heard = Channel.CreateUnbounded<ChatEvent>();

    /// <summary>What it replies; nothing at first.</summary>
    public Func<ChatEvent, CancellationToken, ValueTask<ChatReply?>> Reply { get; set; } = (_, _) => ValueTask.FromResult<ChatReply?>(null);

    public Func<string, string, string, IReadOnlyList<OptionChoice>> Complete { get; set; } = (_, _, _) => [];

    public async ValueTask<ChatReply?> HandleAsync(ChatEvent happened, CancellationToken cancellation)
    {
        await heard.Writer.WriteAsync(happened, cancellation);
        return await Reply(happened, cancellation);
    }

    public ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(string command, string option, string typed, CancellationToken cancellation) =>
        ValueTask.FromResult(Complete(command, option, typed));

    /// <summary>The next event of a kind; others before it are passed over.</summary>
    public async Task<T> HearAsync<T>()
        where T : ChatEvent
    {
        await foreach (var happened in heard.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (happened is T wanted)
                return wanted;
        }
        throw new InvalidOperationException("It hears nothing more.");
    }

    /// <summary>Everything it has heard and was not asked for yet.</summary>
    public IReadOnlyList<ChatEvent> Rest()
    {
        var rest = new List<ChatEvent>();
        while (heard.Reader.TryRead(out var happened))
            rest.Add(happened);
        return rest;
    }
}
