using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

internal static class AuthMethods
{
    public static readonly ApiMethod[] All =
    [
        ApiMethod.Write("auth.test", RateTier.Special, null, call => ApiCall.Ok(
        [
            new("url", $"https://{call.Workspace.Domain}.slack.com/"),
            new("team", call.Workspace.Name),
            new("user", call.Bot.Name),
            new("team_id", call.Workspace.Id),
            new("user_id", call.Bot.Id),
            new("bot_id", call.Bot.BotId),
            new("is_enterprise_install", false),
        ])),
        ApiMethod.Write("apps.connections.open", RateTier.Tier3, "connections:write", call =>
        {
            var ticket = SlackIds.Secret(12);
            call.World.Courier.Tickets.Add(ticket, call.App);
            return ApiCall.Ok([new("url", $"{call.World.SocketUrl}/link/?ticket={ticket}&app_id={call.App.Id}")]);
        }) with { IsForApp = true },
        ApiMethod.Read("team.info", RateTier.Tier3, "team:read", call => ApiCall.Ok(
        [
            new("team", new System.Text.Json.Nodes.JsonObject
            {
                ["id"] = call.Workspace.Id,
                ["name"] = call.Workspace.Name,
                ["url"] = $"https://{call.Workspace.Domain}.slack.com/",
                ["domain"] = call.Workspace.Domain,
                ["email_domain"] = "",
                ["icon"] = new System.Text.Json.Nodes.JsonObject
                {
                    ["image_34"] = "https://a.slack-edge.com/team_34.png",
                    ["image_default"] = true,
                },
                ["avatar_base_url"] = "https://ca.slack-edge.com/",
                ["is_verified"] = false,
            }),
        ])),
    ];
}
