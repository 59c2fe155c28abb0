namespace QuizBot.Discord.Client.Gateway;

/// <summary>All shards of this process.</summary>
internal sealed class GatewayRunner(GatewaySetup setup, TokenRefusal refusal)
{
    private volatile Shard[] shards = [];

    /// <summary>Whether every shard is heard at this moment.</summary>
    public bool IsReady
    {
        get
        {
            var all = shards;
            return all.Length > 0 && Array.TrueForAll(all, s => s.IsReady);
        }
    }

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="Chat.PlatformRefusedException">Discord refuses the bot.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = RunShardsAsync(stop.Token);
        await Task.WhenAny(running, refusal.Refused);
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (refusal.IsRefused && !cancellation.IsCancellationRequested)
        {
            throw new Chat.PlatformRefusedException(TokenRefusal.Line);
        }
    }

    private async Task RunShardsAsync(CancellationToken cancellation)
    {
        var advised = await setup.Gate.KnowAsync(cancellation);
        var range = setup.Options.Shards ?? new ShardRange(0, advised.Shards - 1, advised.Shards);
        shards = [.. Enumerable.Range(range.First, range.Last - range.First + 1).Select(n => new Shard(n, range.Count, setup))];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = shards.Select(s => s.RunAsync(stop.Token)).ToList();
        // None ends but by a fault or by being cancelled; then the others must end too.
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        foreach (var shard in running)
            await shard.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }
}
