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

    /// <summary>Those of a message, its attachments' included.</summary>
    public static IEnumerable<(JsonElement Block, string BlockId, JsonElement Element, string ActionId)> Of(MessageContent content)
    {
        IEnumerable<JsonElement> attachments = content.Attachments.ValueKind == JsonValueKind.Array ? content.Attachments.EnumerateArray() : [];
        return Of(content.Blocks).Concat(attachments.SelectMany(one => one.TryGetProperty("blocks", out var blocks) ? Of(blocks) : []));
    }

    public static (JsonElement Block, string BlockId, JsonElement Element, string ActionId)? Find(JsonElement blocks, string actionId) =>
        First(Of(blocks), actionId);

    public static (JsonElement Block, string BlockId, JsonElement Element, string ActionId)? Find(MessageContent content, string actionId) =>
        First(Of(content), actionId);

    private static (JsonElement Block, string BlockId, JsonElement Element, string ActionId)? First(
        IEnumerable<(JsonElement Block, string BlockId, JsonElement Element, string ActionId)> all, string actionId)
    {
        foreach (var one in all)
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
