using QuizBot.Chat;
using QuizBot.Chat.Commands;

namespace QuizBot.Playground.Live;

/// <summary>The bot from the start of its run to the end; it ends when the last call into it has returned.</summary>
internal sealed class BotSession(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls = 1; // the run itself

    public CommandCatalogue Commands => commands;

    public bool IsOver => cancellation.IsCancellationRequested;

    /// <summary>Calls the bot.</summary>
    /// <exception cref="OperationCanceledException">The run is over; whether the bot did it is not known.</exception>
    public async ValueTask<T> CallAsync<T>(Func<IChatEvents, CancellationToken, ValueTask<T>> call)
    {
        lock (gate)
        {
            cancellation.ThrowIfCancellationRequested();
            calls++;
        }
        try
        {
            return await call(events, cancellation);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Waits for the calls under way, once it is cancelled.</summary>
    public Task EndAsync()
    {
        Leave();
        return ended.Task;
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--calls == 0)
                ended.TrySetResult();
        }
    }
}
