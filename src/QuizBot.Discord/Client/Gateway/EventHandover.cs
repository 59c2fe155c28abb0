using Microsoft.Extensions.Logging;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>Hands events to the adapter. What the adapter throws is logged, and harms no connection.</summary>
internal sealed class EventHandover(Func<DiscordEvent, ValueTask> hear, TimeProvider time, ILogger log)
{
    /// <summary>An interaction that old is void.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running = 1;

    /// <summary>Hands in an event; ends when it has been heard.</summary>
    public async ValueTask HandInAsync(DiscordEvent told)
    {
        try
        {
            await hear(told);
        }
        catch (OperationCanceledException)
        {
            // The adapter stops.
        }
        catch (Exception fault)
        {
            log.EventFailed(fault, told.GetType().Name);
        }
    }

    /// <summary>Hands in an interaction, behind nothing and holding up nothing.</summary>
    public void Start(DiscordInteraction interaction)
    {
        Interlocked.Increment(ref running);
        _ = Task.Run(async () =>
        {
            await HandInAsync(interaction);
            Finish();
        });
    }

    /// <summary>Waits for interactions that are being answered, as long as that makes sense. Nothing may be started after.</summary>
    public async Task DrainAsync()
    {
        Finish();
        try
        {
            await drained.Task.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            log.InteractionsLeft(Volatile.Read(ref running));
        }
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref running) == 0)
            drained.TrySetResult();
    }
}
