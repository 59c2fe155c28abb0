using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace QuizBot.Slack.Client.Http;

internal static class SlackEndpoints
{
    /// <summary>Hears what Slack posts: events, interactions and commands, all at one path.</summary>
    public static IEndpointConventionBuilder MapSlack(this IEndpointRouteBuilder endpoints, SlackRequests requests, string path) =>
        endpoints.MapPost(path, context => AnswerAsync(context, requests));

    private static async Task AnswerAsync(HttpContext context, SlackRequests requests)
    {
        var headers = context.Request.Headers;
        var body = await BodyAsync(context);
        var reply = body is null
            ? SlackReply.TooLong
            : await requests.AnswerAsync(new SlackRequest(
                body.Value, context.Request.ContentType, One(headers["X-Slack-Signature"]), One(headers["X-Slack-Request-Timestamp"]),
                One(headers["X-Slack-Retry-Num"]), One(headers["X-Slack-Retry-Reason"])));

        var response = context.Response;
        response.StatusCode = reply.Status;
        if (reply.IsFinal)
            response.Headers["X-Slack-No-Retry"] = "1";
        if (reply.Body is not { } content)
            return;
        response.ContentType = reply.ContentType;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    /// <summary>The raw body; null where it is too long.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context)
    {
        var length = context.Request.ContentLength;
        if (length > SlackRequests.LongestBody)
            return null;
        // One byte more than is allowed tells that there is more, whatever the server's own limit is.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = SlackRequests.LongestBody + 1;
        var body = new byte[(length ?? 4096) + 1];
        for (var filled = 0; ;)
        {
            if (filled > SlackRequests.LongestBody)
                return null;
            if (filled == body.Length)
                Array.Resize(ref body, Math.Min(body.Length * 2, SlackRequests.LongestBody + 1));
            var count = await context.Request.Body.ReadAsync(body.AsMemory(filled), context.RequestAborted);
            if (count == 0)
                return body.AsMemory(0, filled);
            filled += count;
        }
    }

    // A header that is there twice is not Slack's.
    private static string? One(StringValues values) => values.Count == 1 ? values[0] : null;
}
