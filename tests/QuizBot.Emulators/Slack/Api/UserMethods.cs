using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Json;

namespace QuizBot.Emulators.Slack.Api;

internal static class UserMethods
{
    public static readonly ApiMethod[] All =
    [
        ApiMethod.Read("users.info", RateTier.Tier4, "users:read", call => ApiCall.Ok([new("user", UserJson.Of(call.World, call.Member()))])),
        ApiMethod.Read("users.list", RateTier.Tier2, "users:read", call =>
        {
            var (page, next) = call.Page([.. call.Workspace.MembersUnguarded.Values], 1000, 1000);
            return ApiCall.Ok(
            [
                new("members", new JsonArray([.. page.Select(member => UserJson.Of(call.World, member))])),
                new("cache_ts", call.World.NowSeconds),
                new("response_metadata", new JsonObject { ["next_cursor"] = next }),
            ]);
        }),
        ApiMethod.Read("bots.info", RateTier.Tier3, "users:read", call =>
        {
            var id = call.Arguments.Maybe("bot") ?? call.Bot.BotId;
            var bot = call.Workspace.MembersUnguarded.Values.FirstOrDefault(member => member.BotId == id) ?? throw new Refusal("bot_not_found");
            return ApiCall.Ok(
            [
                new("bot", new JsonObject
                {
                    ["id"] = bot.BotId,
                    ["deleted"] = false,
                    ["name"] = bot.RealName,
                    ["updated"] = 0,
                    ["app_id"] = bot.IsAppBot ? call.App.Id : "A00000000",
                    ["user_id"] = bot.Id,
                    ["icons"] = MessageJson.BotProfile(call.Bot)["icons"]!.DeepClone(),
                }),
            ]);
        }),
    ];
}
