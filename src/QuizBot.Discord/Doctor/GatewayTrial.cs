using QuizBot.Chat;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Doctor;

/// <summary>Connects once, to see whether Discord takes token, intents and shards together.</summary>
internal sealed class GatewayTrial(IDiscordClient client, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Why it does not connect, in a sentence; null where it does.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = client.RunAsync(happened =>
        {
            if (happened is ShardConnected)
                connected.TrySetResult();
            return ValueTask.CompletedTask;
        }, enough.Token);
        var late = Task.Delay(Patience, time, enough.Token);
        var first = await Task.WhenAny(connected.Task, running, late);
        await enough.CancelAsync();
        try
        {
            await running;
        }
        catch (PlatformRefusedException refused)
        {
            return refused.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Ended by ourselves.
        }

        return first == connected.Task ? null : $"Discord's gateway did not answer within {Patience.TotalSeconds:0} seconds.";
    }
}
