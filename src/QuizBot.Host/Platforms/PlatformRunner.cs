using QuizBot.Chat;
using QuizBot.Game.Commands;
using QuizBot.Game.Platforms;
using QuizBot.Host.Startup;

namespace QuizBot.Host.Platforms;

/// <summary>Runs each platform by itself: one that fails is begun again and holds up no other; wrong credentials stop the host.</summary>
internal sealed partial class PlatformRunner(
    PlatformSet platforms, IChatEvents events, IHostApplicationLifetime lifetime, ExitCode exit, TimeProvider time, ILogger<PlatformRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(platforms.All.Select(p => RunAsync(p, stoppingToken)));

    private async Task RunAsync(IChatPlatform platform, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await platform.RunAsync(events, Catalogue.All, stopping);
            }
            catch (PlatformRefusedException refused)
            {
                Refused(platform.Name, refused.Message);
                exit.Value = 1;
                // A stop amid the start would make others complain of being interrupted.
                await StartedAsync(stopping);
                lifetime.StopApplication();
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                Faulted(fault, platform.Name, Pause);
                await Task.Delay(Pause, time, stopping);
            }
        }
    }

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Platform} refuses the bot: {Reason}")]
    private partial void Refused(string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Platform} faulted; begun again in {Pause}")]
    private partial void Faulted(Exception fault, string platform, TimeSpan pause);
}
