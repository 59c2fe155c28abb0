using QuizBot.Game.Dailies;

namespace QuizBot.Host.Startup;

/// <summary>Posts at the start what fell due while the bot was down, without waiting for the next minute.</summary>
internal sealed class CatchUp(PostDailies dailies) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await dailies.BeginAsync(stoppingToken);
}
