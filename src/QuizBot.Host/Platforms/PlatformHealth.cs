using Microsoft.Extensions.Diagnostics.HealthChecks;
using QuizBot.Game.Platforms;

namespace QuizBot.Host.Platforms;

/// <summary>A bot that is deaf to a platform is not ready.</summary>
internal sealed class PlatformHealth(PlatformSet platforms) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var deaf = platforms.All.Where(p => !p.IsConnected).Select(p => p.Name).ToList();
        return Task.FromResult(deaf.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"Not connected to {string.Join(", ", deaf)}."));
    }
}
