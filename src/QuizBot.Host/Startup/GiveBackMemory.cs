namespace QuizBot.Host.Startup;

/// <summary>Gives the garbage of the start (YAML, models, compiled queries) back to the system, once.</summary>
internal sealed class GiveBackMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Settled, time, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
