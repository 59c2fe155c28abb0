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

    // Ten thousand ends of work are not ten thousand looks.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    // What is due and begun already says itself when it is done.
    private static readonly TimeSpan WhileBusy = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var looked = time.Now();
                // Not awaited: it runs in its lanes, and signals when it changed a deadline.
                _ = await work.BeginAsync(stoppingToken);
                var earliest = await work.EarliestAsync(stoppingToken);
                await WaitAsync(earliest is not { } at ? Longest : at <= looked ? WhileBusy : (at - time.Now()).ToTimeSpan(), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Faulted(fault);
                await Task.Delay(AfterFault, time, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken cancellation)
    {
        await Task.Delay(Shortest, time, cancellation);
        pause = pause > Longest ? Longest : pause;
        if (pause <= Shortest)
            return;
        using var changed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(pause - Shortest, time, changed.Token), signal.WaitAsync(changed.Token));
        await changed.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be read")]
    private partial void Faulted(Exception fault);
}
