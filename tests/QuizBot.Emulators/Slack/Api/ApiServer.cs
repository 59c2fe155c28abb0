using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

/// <summary>Answers under /api.</summary>
internal sealed class ApiServer(SlackWorld world)
{
    private static readonly Dictionary<string, ApiMethod> Methods = ((ApiMethod[])
    [
        .. AuthMethods.All, .. ChatMethods.All, .. ReactionMethods.All, .. ConversationMethods.All, .. UserMethods.All, .. ViewMethods.All,
    ]).ToDictionary(method => method.Name);

    public RateLimiter Limiter { get; } = new(world.Time, world.Options.RateLimits);

    public RequestFaults Faults { get; } = new();

    public Journal<RecordedCall> Calls { get; } = new() { IsKept = world.Options.KeepsRecords };

    public async Task ServeAsync(HttpContext context, PathString rest)
    {
        var started = TimeProvider.System.GetTimestamp();
        var name = rest.Value?.Trim('/') ?? "";
        var fault = Faults.Take(context.Request.Method, context.Request.Path.Value ?? "", name);
        if (fault?.Kind == RequestFaultKind.Dropped)
        {
            Record(context, name, null, null, new(0, ""), started, faulty: true);
            context.Abort();
            return;
        }
        var method = Methods.GetValueOrDefault(name);
        var arguments = await ApiArguments.ReadAsync(context.Request, method, context.RequestAborted);
        EmulatedWorkspace? workspace = null;
        var answer = fault?.Kind == RequestFaultKind.Refused ? Spoilt(context.Response, fault) : Handle(context, method, arguments, out workspace);
        if (fault?.Kind == RequestFaultKind.DoneThenRefused)
            answer = Spoilt(context.Response, fault);
        Record(context, name, arguments, workspace, answer, started, fault is not null);
        if (fault?.Kind == RequestFaultKind.DoneThenDropped)
        {
            context.Abort();
            return;
        }
        if (fault?.Kind == RequestFaultKind.Slow)
            await Task.Delay(fault.After, world.Time, context.RequestAborted);
        await WriteAsync(context, answer, fault?.Kind);
    }

    /// <summary>Answers at a response_url.</summary>
    public async Task RespondAsync(HttpContext context)
    {
        var started = TimeProvider.System.GetTimestamp();
        const string Name = "response_url";
        var fault = Faults.Take(context.Request.Method, context.Request.Path.Value ?? "", Name);
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var answer = fault?.Kind is RequestFaultKind.Refused or RequestFaultKind.Dropped ? Spoilt(context.Response, fault) : Respond(context.Request.Path.Value!, body);
        if (fault?.Kind == RequestFaultKind.DoneThenRefused)
            answer = Spoilt(context.Response, fault);
        Calls.Add(new(world.Now, Name, null, new Dictionary<string, string>(), answer.Status, answer.Body, TimeProvider.System.GetElapsedTime(started))
        {
            Error = answer.Error,
            Faulty = fault is not null,
            Body = body,
            Credential = context.Request.Headers.Authorization.ToString(),
        });
        if (fault?.Kind is RequestFaultKind.Dropped or RequestFaultKind.DoneThenDropped)
        {
            context.Abort();
            return;
        }
        if (fault?.Kind == RequestFaultKind.Slow)
            await Task.Delay(fault.After, world.Time, context.RequestAborted);
        await WriteAsync(context, answer, fault?.Kind);
    }

    private Answer Respond(string path, string body)
    {
        var (status, text, error) = world.Responses.Answer(path, body);
        return new(status, text, error);
    }

    private Answer Handle(HttpContext context, ApiMethod? method, ApiArguments arguments, out EmulatedWorkspace? workspace)
    {
        workspace = null;
        try
        {
            lock (world.Gate)
            {
                if (method is null)
                    throw new Refusal("unknown_method");
                if (arguments.Refusal is { } wrong)
                    throw new Refusal(wrong);
                var token = Token(context.Request, arguments, method);
                workspace = world.Workspaces.Find(one => one.BotToken == token);
                var app = world.Apps.Find(one => one.AppToken == token) ?? workspace?.App ?? throw new Refusal("invalid_auth");
                Check(context.Response, method, workspace, app);
                if (Limiter.Enter(method.Tier, method.Name, workspace?.Id ?? app.Id, arguments.Maybe("channel")) is { } wait)
                    return Limited(context.Response, wait);
                if (method.Scope is { } scope)
                    (workspace?.Scopes ?? app.AppScopes).Require(scope);
                var answer = method.Handle(new(world, method, workspace, app, arguments));
                if (arguments.Warning is { } warning)
                {
                    answer["warning"] = warning;
                    (answer["response_metadata"] ??= new JsonObject())["warnings"] = new JsonArray(warning);
                }
                return new(200, SlackJson.Text(answer));
            }
        }
        catch (Refusal refusal)
        {
            var answer = new JsonObject { ["ok"] = false, ["error"] = refusal.Error };
            foreach (var (name, value) in refusal.More ?? [])
                answer[name] = value?.DeepClone();
            return new(200, SlackJson.Text(answer), refusal.Error);
        }
    }

    private static string Token(HttpRequest request, ApiArguments arguments, ApiMethod method)
    {
        if (request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var bearer])
            return bearer;
        // Tokens in a query would stand in every log on the way; Slack no longer takes them, and app-level tokens only as a header.
        return !method.IsForApp && !request.Query.ContainsKey("token") && arguments.Maybe("token") is { } token ? token : throw new Refusal("not_authed");
    }

    private static void Check(HttpResponse response, ApiMethod method, EmulatedWorkspace? workspace, EmulatedApp app)
    {
        if (workspace is { Token: not TokenState.Valid })
            throw new Refusal(workspace.Token == TokenState.Revoked ? "token_revoked" : "account_inactive");
        response.Headers["x-oauth-scopes"] = string.Join(',', workspace?.Scopes ?? app.AppScopes);
        if (method.Scope is { } accepted)
            response.Headers["x-accepted-oauth-scopes"] = accepted;
        if (method.IsForApp != workspace is null)
            throw new Refusal("not_allowed_token_type");
    }

    private static Answer Limited(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new(429, """{"ok":false,"error":"ratelimited"}""", "ratelimited");
    }

    private static Answer Spoilt(HttpResponse response, RequestFault fault)
    {
        if (fault.Status == 429 && fault.Body is null)
            return Limited(response, fault.After);
        if (fault.Body is ['{', ..])
            return new(fault.Status, fault.Body, "fault");
        response.ContentType = "text/html";
        return new(fault.Status, fault.Body ?? $"<html><body><h1>{fault.Status}</h1></body></html>", "fault");
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, RequestFaultKind? fault)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType ??= "application/json; charset=utf-8";
        var bytes = Encoding.UTF8.GetBytes(fault == RequestFaultKind.Garbled ? "{\"ok\": tru" : answer.Body);
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

    private void Record(HttpContext context, string name, ApiArguments? arguments, EmulatedWorkspace? workspace, Answer answer, long started, bool faulty)
    {
        var credential = context.Request.Headers.Authorization.ToString();
        Calls.Add(new(world.Now, name, workspace?.Id, arguments?.Recorded ?? new Dictionary<string, string>(), answer.Status,
            Calls.IsKept ? answer.Body : "", TimeProvider.System.GetElapsedTime(started))
        {
            Error = answer.Error,
            Faulty = faulty,
            HasBearer = credential.StartsWith("Bearer ", StringComparison.Ordinal),
            Body = Calls.IsKept ? arguments?.Body ?? "" : "",
            Credential = credential.Length > 0 ? credential : arguments?.Maybe("token") ?? "",
        });
    }

    private readonly record struct Answer(int Status, string Body, string? Error = null);
}
