using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>Gives blocks what Slack adds to them: ids, and the defaults of text objects.</summary>
internal static class BlockIds
{
    public static JsonElement Fill(JsonElement blocks)
    {
        var all = JsonArray.Create(blocks)!.DeepClone().AsArray();
        foreach (var block in all)
        {
            var one = block!.AsObject();
            one["block_id"] ??= SlackIds.Secret(3);
            foreach (var element in Elements(one))
                if (IsInteractive(element))
                    element["action_id"] ??= SlackIds.Secret(3);
            FillTexts(one);
        }
        return SlackJson.Element(all);
    }

    private static IEnumerable<JsonObject> Elements(JsonObject block)
    {
        if (block["elements"] is JsonArray elements && (string?)block["type"] == "actions")
            foreach (var element in elements)
                yield return element!.AsObject();
        if (block["element"] is JsonObject single)
            yield return single;
        if (block["accessory"] is JsonObject accessory)
            yield return accessory;
    }

    private static bool IsInteractive(JsonObject element) => (string?)element["type"] is not ("image" or "mrkdwn" or "plain_text");

    private static void FillTexts(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                if (item is not null)
                    FillTexts(item);
            return;
        }
        if (node is not JsonObject thing)
            return;
        if (thing["type"] is JsonValue type && thing["text"] is JsonValue)
        {
            if ((string?)type == "plain_text")
                thing["emoji"] ??= true;
            else if ((string?)type == "mrkdwn")
                thing["verbatim"] ??= false;
        }
        foreach (var (name, value) in thing.ToList())
            if (value is not null && name != "rich_text")
                FillTexts(value);
    }
}
