using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Live;

/// <summary>The line between the pages and the bot. While the bot is away, what is handed in waits for it.</summary>
internal sealed class BotLine
{
    private readonly Lock gate = new();
    private TaskCompletionSource<BotSession> session = NewSession();

    /// <summary>The bot came or went.</summary>
    public event Action<WireBot>? Changed;

    public bool IsOnline => Session().IsCompleted;

    public WireBot State => Session() is { IsCompleted: true, Result: var bot } ? new(true, bot.Commands.Commands) : new(false, []);

    /// <summary>Hands in what pages do until cancelled.</summary>
    public async Task ServeAsync(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation)
    {
        var bot = new BotSession(events, commands, cancellation);
        lock (gate)
        {
            if (!session.TrySetResult(bot))
                throw new InvalidOperationException("The playground runs already.");
        }
        Changed?.Invoke(State);
        try
        {
            await bot.CallAsync((e, token) => e.HandleAsync(new ConnectionRestored("", Cast.Platform), token));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // the way it ends
        }
        finally
        {
            lock (gate)
                session = NewSession();
            Changed?.Invoke(State);
            await bot.EndAsync();
        }
    }

    /// <summary>Hands an event in, again if the bot goes away over it.</summary>
    public ValueTask<ChatReply?> HandleAsync(ChatEvent happened, CancellationToken cancellation) =>
        CallAsync((events, token) => events.HandleAsync(happened, token), cancellation);

    public ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(string command, string option, string typed, CancellationToken cancellation) =>
        CallAsync((events, token) => events.CompleteAsync(command, option, typed, token), cancellation);

    /// <summary>The path of the command that a line uses, or its first word where there is none.</summary>
    public string CommandOf(string line)
    {
        var words = line.TrimStart('/').Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        var path = string.Join(' ', words.Take(2));
        return "/" + (State.Commands.Any(c => c.Path == path) ? path : words.FirstOrDefault() ?? "");
    }

    private async ValueTask<T> CallAsync<T>(Func<IChatEvents, CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        while (true)
        {
            var bot = await Session().WaitAsync(cancellation);
            try
            {
                return await bot.CallAsync(call).AsTask().WaitAsync(cancellation);
            }
            catch (OperationCanceledException) when (bot.IsOver && !cancellation.IsCancellationRequested)
            {
                // The next run hears the same event, by the same id.
                await Task.Yield();
            }
        }
    }

    private Task<BotSession> Session()
    {
        lock (gate)
            return session.Task;
    }

    private static TaskCompletionSource<BotSession> NewSession() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
