using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QuizBot.Emulators.Control;

/// <summary>A plain HTTP API over verbs, and a page that uses it.</summary>
internal sealed class ControlServer(string page, Func<object> state, IReadOnlyDictionary<string, Func<ControlCall, Task<object?>>> verbs)
{
    public static readonly PathString Prefix = "/_control";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };

    public async Task ServeAsync(HttpContext context, PathString rest)
    {
        var (request, response) = (context.Request, context.Response);
        var verb = rest.Value?.Trim('/') ?? "";
        if (HttpMethods.IsGet(request.Method) && verb.Length == 0)
        {
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync(page, context.RequestAborted);
        }
        else if (HttpMethods.IsGet(request.Method) && verb == "state")
            await AnswerAsync(context, 200, state());
        else if (!HttpMethods.IsPost(request.Method) || !verbs.TryGetValue(verb, out var deed))
            await AnswerAsync(context, 404, new { error = $"GET state, or POST one of: {string.Join(", ", verbs.Keys.Order())}." });
        // Pages of other origins cannot send this type, so they cannot drive the emulator.
        else if (!request.HasJsonContentType())
            await AnswerAsync(context, 415, new { error = "Send a JSON object with the content type application/json." });
        else
            await DoAsync(context, deed);
    }

    private static async Task DoAsync(HttpContext context, Func<ControlCall, Task<object?>> deed)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
                throw new ControlException("Send a JSON object.");
            await AnswerAsync(context, 200, await deed(new(body.RootElement)) ?? new { ok = true });
        }
        catch (JsonException)
        {
            await AnswerAsync(context, 400, new { error = "The body is no JSON." });
        }
        catch (Exception refused) when (refused is ControlException or InvalidOperationException)
        {
            await AnswerAsync(context, 400, new { error = refused.Message });
        }
    }

    private static async Task AnswerAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
    }
}
