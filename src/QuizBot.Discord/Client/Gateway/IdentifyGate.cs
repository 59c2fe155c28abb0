using Microsoft.Extensions.Logging;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>
/// Lets new sessions begin no faster than Discord allows: so many a day, and of the shards with the same remainder one every
/// five seconds. Who exceeds the day's number loses the token.
/// </summary>
/// <param name="ask">Asks Discord for the limits; null when it cannot say now.</param>
/// <param name="clock">Now.</param>
/// <param name="time">For waiting.</param>
/// <param name="jitter">For asking again.</param>
/// <param name="log">Where to say that it waits.</param>
internal sealed class IdentifyGate(
    Func<CancellationToken, Task<GatewayAnswer?>> ask, MonotonicClock clock, TimeProvider time, Jitter jitter, ILogger log) : IDisposable
{
    /// <summary>Discord counts when the message arrives there, hence a little more than five seconds.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.2);

    /// <summary>How long an answer is believed while it leaves sessions; others may use the token too.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<int, TimeSpan> nextFree = [];
    private GatewayAnswer? known;
    private TimeSpan askedAt;
    private int left;

    /// <summary>What Discord last said; asks if it has not yet.</summary>
    public async Task<GatewayAnswer> KnowAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return known ?? await AskAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes one of the day's sessions; waits for tomorrow's if none is left.</summary>
    /// <returns>Where to connect.</returns>
    public async Task<Uri> ReserveAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var answer = known;
                if (answer is null || left <= 0 || clock.Now - askedAt > Fresh)
                    answer = await AskAsync(cancellation);
                if (left > 0)
                {
                    left--;
                    return answer.Url;
                }

                var wait = answer.SessionsReset + TimeSpan.FromSeconds(5);
                log.SessionsSpent(wait);
                await Task.Delay(wait, time, cancellation);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Gives back a session that was never begun.</summary>
    public void GiveBack() => Interlocked.Increment(ref left);

    /// <summary>Waits for a shard's turn; it must identify when this ends.</summary>
    public Task EnterAsync(int shard, CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (nextFree)
        {
            var now = clock.Now;
            var key = shard % (known?.Concurrency ?? 1);
            var at = nextFree.TryGetValue(key, out var free) && free > now ? free : now;
            nextFree[key] = at + Spacing;
            wait = at - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }

    public void Dispose() => turn.Dispose();

    private async Task<GatewayAnswer> AskAsync(CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            if (await ask(cancellation) is { } answer)
            {
                askedAt = clock.Now;
                left = answer.SessionsLeft;
                return known = answer;
            }

            if (known is not null && left > 0)
                return known;
            await Task.Delay(jitter.Backoff(failures, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)), time, cancellation);
        }
    }
}
