using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>The bot itself, its application, and the way to the gateway.</summary>
internal static class SelfRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/users/@me", BucketKind.Others, call => Answer.Ok(call.World.Bot, UserJson.WriteSelf)),
        new("GET", "/users/{user_id}", BucketKind.Others, User),
        new("GET", "/applications/@me", BucketKind.Others, call => Answer.Ok(call.World, ApplicationJson.WritePrivate)),
        new("GET", "/oauth2/applications/@me", BucketKind.Others, call => Answer.Ok(call.World, ApplicationJson.WritePrivate)),
        new("GET", "/gateway", BucketKind.Gateway, Gateway) { NeedsNoAuthorization = true },
        new("GET", "/gateway/bot", BucketKind.Gateway, GatewayBot),
    ];

    private static Answer User(RestCall call) =>
        call.World.FindUser(call.Id("user_id")) is { } user ? Answer.Ok(user, UserJson.Write) : Refusals.UnknownUser;

    private static Answer Gateway(RestCall call) => Answer.Ok(call.World, static (json, world) =>
    {
        json.WriteStartObject();
        json.WriteString("url"u8, world.Options.GatewayUrl ?? world.GatewayUrl);
        json.WriteEndObject();
    });

    private static Answer GatewayBot(RestCall call) => Answer.Ok(call.World, static (json, world) =>
    {
        var limit = world.Hub.StartLimit;
        json.WriteStartObject();
        json.WriteString("url"u8, world.Options.GatewayUrl ?? world.GatewayUrl);
        json.WriteNumber("shards"u8, world.Options.Shards);
        json.WriteStartObject("session_start_limit"u8);
        json.WriteNumber("total"u8, world.Options.StartsPerDay);
        json.WriteNumber("remaining"u8, limit.Remaining);
        json.WriteNumber("reset_after"u8, (long)limit.ResetAfter.TotalMilliseconds);
        json.WriteNumber("max_concurrency"u8, world.Options.MaxConcurrency);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
