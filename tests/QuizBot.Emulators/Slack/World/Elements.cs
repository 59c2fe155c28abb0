using System.Text.Json;

namespace QuizBot.Emulators.Slack.World;

/// <summary>Finds the elements in blocks that members can use.</summary>
internal static class Elements
{
    public static IEnumerable<(JsonElement Block, string BlockId, JsonElement Element, string ActionId)> Of(JsonElement blocks)
    {
        if (blocks.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var block in blocks.EnumerateArray())
            foreach (var element in In(block))
                if (element.TryGetProperty("action_id", out var id))
                    yield return (block, block.GetProperty("block_id").GetString()!, element, id.GetString()!);
    }

    public static (JsonElement Block, string BlockId, JsonElement Element, string ActionId)? Find(JsonElement blocks, string actionId)
    {
        foreach (var one in Of(blocks))
            if (one.ActionId == actionId)
                return one;
        return null;
    }

    private static IEnumerable<JsonElement> In(JsonElement block)
    {
        if (block.TryGetProperty("elements", out var elements) && elements.ValueKind == JsonValueKind.Array)
            foreach (var element in elements.EnumerateArray())
                yield return element;
        if (block.TryGetProperty("element", out var single))
            yield return single;
        if (block.TryGetProperty("accessory", out var accessory))
            yield return accessory;
    }
}
