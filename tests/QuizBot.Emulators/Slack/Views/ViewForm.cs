using System.Text.Json;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Blocks;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Views;

/// <summary>Reads a view, and refuses what Slack refuses.</summary>
internal static class ViewForm
{
    private const int Largest = 250_000;

    public static JsonElement Read(JsonElement view, ViewKind kind)
    {
        if (view.ValueKind != JsonValueKind.Object)
            throw Refusal.Invalid("invalid_arguments", "missing required field: view");
        if (view.GetRawText().Length > Largest)
            throw new Refusal("view_too_large");
        var errors = new BlockErrors("/view");
        ViewRules.Check(view, kind, errors);
        if (errors.Any)
            throw errors.Refuse("invalid_arguments", listed: false);
        var json = System.Text.Json.Nodes.JsonObject.Create(view)!.DeepClone().AsObject();
        json["blocks"] = SlackJson.Node(BlockIds.Fill(view.GetProperty("blocks")));
        foreach (var name in (string[])["title", "submit", "close"])
            if (json[name] is System.Text.Json.Nodes.JsonObject text)
                text["emoji"] ??= true;
        return SlackJson.Element(json);
    }
}
