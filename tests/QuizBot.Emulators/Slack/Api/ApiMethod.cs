using System.Text.Json.Nodes;

namespace QuizBot.Emulators.Slack.Api;

/// <summary>A method of the Web API, and who answers; the handler runs under the world's lock.</summary>
internal sealed record ApiMethod(string Name, RateTier Tier, string? Scope, Func<ApiCall, JsonObject> Handle)
{
    /// <summary>It takes arguments as a JSON body, too; methods that only read do not.</summary>
    public bool TakesJson { get; init; }

    /// <summary>It wants the app-level token.</summary>
    public bool IsForApp { get; init; }

    public static ApiMethod Read(string name, RateTier tier, string? scope, Func<ApiCall, JsonObject> handle) => new(name, tier, scope, handle);

    public static ApiMethod Write(string name, RateTier tier, string? scope, Func<ApiCall, JsonObject> handle) =>
        new(name, tier, scope, handle) { TakesJson = true };
}
