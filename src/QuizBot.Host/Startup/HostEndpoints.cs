using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using QuizBot.Chat;
using QuizBot.Playground;

namespace QuizBot.Host.Startup;

internal static class HostEndpoints
{
    /// <summary>The tag of the checks that readiness asks.</summary>
    public const string Ready = "ready";

    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapPrometheusScrapingEndpoint("/metrics");
        if (app.Services.GetServices<IChatPlatform>().Any(p => p.Name == "playground"))
            app.MapPlayground();
    }
}
