using System.Text.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>What Slack accepts as a view.</summary>
internal static class ViewRules
{
    private const int MostBlocks = 100;

    public static void Check(JsonElement json, ViewKind kind, BlockErrors errors)
    {
        var view = new BlockNode(json, errors.Root, errors);
        if (!view.Require("type"))
            return;
        if (view.Type != (kind == ViewKind.Modal ? "modal" : "home"))
        {
            view.Fault(view.Type is "modal" or "home" ? $"must be a {(kind == ViewKind.Modal ? "modal" : "home")} view" : $"unsupported type: {view.Type}", "/type");
            return;
        }
        view.String("private_metadata", 3000, least: 0);
        view.String("callback_id", 255, least: 0);
        view.String("external_id", 255, least: 0);
        if (kind == ViewKind.Home)
            view.Only("blocks", "private_metadata", "callback_id", "external_id");
        else
        {
            view.Only("title", "blocks", "close", "submit", "private_metadata", "callback_id", "clear_on_close", "notify_on_close", "external_id", "submit_disabled");
            TextRules.Check(view, "title", 24, plain: true, required: true);
            TextRules.Check(view, "submit", 24, plain: true);
            TextRules.Check(view, "close", 24, plain: true);
            view.Flag("clear_on_close");
            view.Flag("notify_on_close");
        }
        if (!view.Require("blocks"))
            return;
        if (json.GetProperty("blocks") is not { ValueKind: JsonValueKind.Array } blocks)
        {
            view.Fault("must be an array", "/blocks");
            return;
        }
        var inner = errors.Below("/blocks");
        BlockRules.Check(blocks, kind == ViewKind.Modal ? Surface.Modal : Surface.Home, MostBlocks, inner);
        if (kind == ViewKind.Home || view.Has("submit"))
            return;
        var index = 0;
        foreach (var block in blocks.EnumerateArray())
        {
            if (new BlockNode(block, "", errors).Type == "input")
                view.Fault("must define `submit` to use an `input` block in modals", $"/blocks/{index}/input");
            index++;
        }
    }
}
