using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QuizBot.Playground.Live;

/// <summary>Where pages connect.</summary>
internal sealed partial class PageSocket(PlaygroundHub hub, PageFrames frames, IHostApplicationLifetime application, ILogger<PageSocket> logger)
{
    public async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }
        if (hub.Count >= PlaygroundHub.MostPages)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var page = new PageConnection(socket, frames);
        hub.Add(page);
        LogOpened(hub.Count);
        try
        {
            await page.RunAsync(application.ApplicationStopping);
        }
        finally
        {
            hub.Remove(page);
            LogClosed(page.Me?.Id, hub.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A page connected; there are {Pages}")]
    private partial void LogOpened(int pages);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The page of {Member} went; there are {Pages}")]
    private partial void LogClosed(string? member, int pages);
}
