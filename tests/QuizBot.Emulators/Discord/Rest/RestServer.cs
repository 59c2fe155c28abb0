using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Judging;
using QuizBot.Emulators.Recording;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>Answers under /api.</summary>
internal sealed partial class RestServer(DiscordWorld world)
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement.Clone();

    private readonly Router router = new();

    public RateLimiter Limiter { get; } = new(world.Time, world.Options.RateLimits);

    public RequestFaults Faults { get; } = new();

    public Journal<RecordedRequest> Requests { get; } = new() { IsKept = world.Options.KeepsRequests };

    /// <summary>What the judge found; locked while it is added to.</summary>
    public List<Violation> Violations { get; } = [];

    public async Task ServeAsync(HttpContext context)
    {
        var started = TimeProvider.System.GetTimestamp();
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var target = raw.Split('?')[0];
        var path = Segments(target);
        var method = context.Request.Method;
        var route = path is ["api", "v10", ..] ? router.Find(method, path[2..], out var isKnown) : router.Find(method, [], out isKnown);
        var fault = Faults.Take(method, target, route?.Template ?? "");
        if (fault?.Kind == RequestFaultKind.Dropped)
        {
            Record(context, raw, route, new(), new(0, []), started, faulty: true);
            context.Abort();
            return;
        }
        var body = await RequestBody.ReadAsync(context.Request, world.Ids, context.RequestAborted);
        var answer = fault?.Kind == RequestFaultKind.Refused ? Spoilt(context.Response, fault) : Handle(context, path, route, isKnown, body);
        if (fault?.Kind == RequestFaultKind.DoneThenRefused)
            answer = Spoilt(context.Response, fault);
        if (answer.Status is 401 or 403 || answer.Status == 429 && context.Response.Headers["X-RateLimit-Scope"] != "shared")
            Limiter.CountInvalid();
        Record(context, raw, route, body, answer, started, fault is not null);
        if (fault?.Kind == RequestFaultKind.DoneThenDropped)
        {
            context.Abort();
            return;
        }
        if (fault?.Kind == RequestFaultKind.Slow)
            await Task.Delay(fault.After, world.Time, context.RequestAborted);
        await WriteAsync(context, answer, fault?.Kind);
    }

    private static string[] Segments(string target)
    {
        var segments = target.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);
        return segments;
    }

    private Answer Handle(HttpContext context, string[] path, Route? route, bool isKnown, RequestBody body)
    {
        var request = context.Request;
        if (Limiter.IsBanned)
        {
            // The address is shut out by the proxy, which does not speak JSON.
            context.Response.Headers.RetryAfter = "600";
            context.Response.ContentType = "text/html";
            return new(429, "<html><head><title>Access denied | discord.com used Cloudflare to restrict access</title></head><body>error code: 1015</body></html>"u8.ToArray());
        }
        if (!UserAgent().IsMatch(request.Headers.UserAgent.ToString()))
            return Refusals.BlockedByCloudflare;
        if (path is not ["api", "v10", ..])
            return path is ["api", ['v', ..], ..] ? Refusals.InvalidVersion : Refusals.NotFound;
        if (route is null)
            return isKnown ? Refusals.MethodNotAllowed : Refusals.NotFound;
        if (!route.NeedsNoAuthorization && !(request.Headers.Authorization.ToString() is ['B', 'o', 't', ' ', .. var token] && world.IsToken(token)))
            return Refusals.Unauthorized;
        var parameters = Router.Parameters(route, path[2..]);
        if (Limiter.Enter(route, Major(parameters), context.Response) is { } limited)
            return limited;
        if (WrongId(parameters) is { } wrong)
            return wrong;
        if (body.Refusal is not null)
            return body.Refusal;
        var json = body.Json.ValueKind == JsonValueKind.Undefined ? Empty : body.Json;
        if (json.ValueKind != JsonValueKind.Object && route is not { Method: "PUT" })
        {
            var errors = new FormErrors();
            errors.Add("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return Answer.Invalid(errors);
        }
        lock (world.Gate)
            return route.Handle(new(world, parameters, request.Query, json, body.Files));
    }

    private static string Major(Dictionary<string, string> parameters) =>
        parameters.TryGetValue("webhook_token", out var token) ? token
        : parameters.GetValueOrDefault("channel_id") ?? parameters.GetValueOrDefault("guild_id") ?? "";

    private static Answer? WrongId(Dictionary<string, string> parameters)
    {
        foreach (var (name, value) in parameters)
            if (name.EndsWith("_id", StringComparison.Ordinal) && !Fields.TryParse(value, out _))
            {
                var errors = new FormErrors();
                errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
                return Answer.Invalid(errors);
            }
        return null;
    }

    private static Answer Spoilt(HttpResponse response, RequestFault fault)
    {
        if (fault.Body is not null)
        {
            response.ContentType = "text/html";
            return new(fault.Status, Encoding.UTF8.GetBytes(fault.Body));
        }
        if (fault.Status == 429)
        {
            response.Headers["X-RateLimit-Scope"] = fault.Global ? "global" : "user";
            if (fault.Global)
                response.Headers["X-RateLimit-Global"] = "true";
            response.Headers.RetryAfter = Math.Ceiling(fault.After.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Answer.Limited(fault.After.TotalSeconds, fault.Global);
        }
        if (fault.Status is >= 400 and < 500)
            return Answer.Refused(fault.Status, 0, $"{fault.Status}: refused by a fault that was switched on");
        response.ContentType = "text/html";
        return new(fault.Status, Encoding.UTF8.GetBytes($"<html><body><h1>{fault.Status}</h1></body></html>"));
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, RequestFaultKind? fault)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Body.Length == 0)
            return;
        var bytes = fault == RequestFaultKind.Garbled ? "{\"id\": <oops"u8.ToArray() : answer.Body;
        response.ContentType ??= "application/json";
        response.ContentLength = bytes.Length;
        if (fault != RequestFaultKind.Truncated)
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        else
        {
            await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private void Record(HttpContext context, string target, Route? route, RequestBody body, Answer answer, long started, bool faulty)
    {
        var text = Requests.IsKept || world.Options.Judge is not null ? Encoding.UTF8.GetString(answer.Body) : "";
        Requests.Add(new(world.Time.GetUtcNow(), context.Request.Method, target, route?.Template ?? "", body.Text, answer.Status,
            text, TimeProvider.System.GetElapsedTime(started))
        {
            Code = answer.Code,
            Faulty = faulty,
        });
        // A proxy's page is no answer of the platform's.
        if (!faulty && route is not null && context.Response.ContentType is null)
            world.Options.Judge?.Judge(new(context.Request.Method, route.Template, body.Text, answer.Status, text), Violations);
    }

    [GeneratedRegex(@"^DiscordBot \([^)\s,]+, [^)]+\)")]
    private static partial Regex UserAgent();
}
