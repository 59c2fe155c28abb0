using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QuizBot.Playground.Security;

/// <summary>
/// Lets in only the page itself, on this machine. The Host header is checked because a foreign site may point its own name at
/// 127.0.0.1 (DNS rebinding), the Origin because any site may open a WebSocket to any address.
/// </summary>
internal sealed partial class LocalPageOnly(ILogger<LocalPageOnly> logger)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public RequestDelegate Guard(RequestDelegate next) => async context =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (Refusal(context) is not { } reason)
        {
            await next(context);
            return;
        }
        LogRefused(context.Request.Path, reason);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync($"The playground refuses this request: {reason}.\n", context.RequestAborted);
    };

    private static string? Refusal(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return "it comes from another machine";
        var host = context.Request.Host;
        if (!host.HasValue || !Loopback.IsName(host.Host) || (host.Port ?? 80) != context.Connection.LocalPort)
            return "its Host is not the playground's own address";
        var origin = context.Request.Headers.Origin;
        if (origin.Count == 0)
            return context.WebSockets.IsWebSocketRequest ? "a WebSocket needs an Origin" : null;
        return origin.Equals($"{context.Request.Scheme}://{host.Value}") ? null : "its Origin is another site";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request for {Path}: {Reason}")]
    private partial void LogRefused(PathString path, string reason);
}
