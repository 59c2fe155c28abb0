using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Json;

internal static class ViewJson
{
    public static JsonObject Of(EmulatedView view)
    {
        var workspace = view.Member.Workspace;
        var content = view.Content;
        return new()
        {
            ["id"] = view.Id,
            ["team_id"] = workspace.Id,
            ["type"] = view.Kind == ViewKind.Modal ? "modal" : "home",
            ["blocks"] = Part(content, "blocks"),
            ["private_metadata"] = Part(content, "private_metadata") ?? "",
            ["callback_id"] = Part(content, "callback_id") ?? "",
            ["state"] = State(view),
            ["hash"] = view.Hash,
            ["title"] = Part(content, "title") ?? new JsonObject { ["type"] = "plain_text", ["text"] = "View Title", ["emoji"] = true },
            ["clear_on_close"] = Part(content, "clear_on_close") ?? false,
            ["notify_on_close"] = Part(content, "notify_on_close") ?? false,
            ["close"] = Part(content, "close"),
            ["submit"] = Part(content, "submit"),
            ["previous_view_id"] = view.Previous?.Id,
            ["root_view_id"] = view.Root.Id,
            ["app_id"] = workspace.App.Id,
            ["external_id"] = view.ExternalId ?? "",
            ["app_installed_team_id"] = workspace.Id,
            ["bot_id"] = workspace.Bot.BotId,
        };
    }

    public static JsonObject State(EmulatedView view) => new()
    {
        ["values"] = new JsonObject(view.Values.Select(block => KeyValuePair.Create(block.Key,
            (JsonNode?)new JsonObject(block.Value.Select(action => KeyValuePair.Create(action.Key, SlackJson.Node(action.Value))))))),
    };

    private static JsonNode? Part(JsonElement content, string name) =>
        content.TryGetProperty(name, out var part) ? SlackJson.Node(part) : null;
}
