using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Game.Places;

namespace QuizBot.Game.Deadlines;

/// <summary>
/// Makes what is due prompt: sleeps until the earliest deadline of the database, or until one changes. Only promptness hangs
/// on it; the scheduler does the same work at its own pace.
/// </summary>
internal sealed partial class DeadlineClock(DoDueWork work, DeadlineSignal signal, TimeProvider time, ILogger<DeadlineClock> logger)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    // So that work which is due and still being done does not make this spin.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Not awaited: it runs in its lanes, and signals when it changed a deadline.
                _ = await work.BeginAsync(stoppingToken);
                await WaitAsync(await work.EarliestAsync(stoppingToken), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Faulted(fault);
                await Task.Delay(AfterFault, time, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(NodaTime.Instant? earliest, CancellationToken cancellation)
    {
        var pause = earliest is { } at ? (at - time.Now()).ToTimeSpan() : Longest;
        pause = pause < Shortest ? Shortest : pause > Longest ? Longest : pause;
        using var changed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(pause, time, changed.Token), signal.WaitAsync(changed.Token));
        await changed.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be read")]
    private partial void Faulted(Exception fault);
}
