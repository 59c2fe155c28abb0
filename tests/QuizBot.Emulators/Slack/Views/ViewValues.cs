using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Views;

/// <summary>What a member enters in a view. What Slack's own program would not let through is an InvalidOperationException.</summary>
internal static class ViewValues
{
    public static void Fill(EmulatedView view, (string ActionId, string Value)[] values)
    {
        foreach (var (actionId, _) in values)
            if (Elements.Find(view.Blocks, actionId) is null)
                throw new InvalidOperationException($"Nothing on the view has the action_id {actionId}; there are: {string.Join(", ", view.ActionIds)}.");
        foreach (var what in Elements.Of(view.Blocks))
        {
            if (what.Block.GetProperty("type").GetString() != "input")
                continue;
            var given = values.Where(one => one.ActionId == what.ActionId).Select(one => one.Value).ToList();
            var entered = given.Count > 0 ? Split(what.Element, given[0]) : Known(view, what) ? null : Initial(what.Element);
            if (entered is null)
                continue;
            Check(what.Block, what.Element, what.ActionId, entered);
            var type = what.Element.GetProperty("type").GetString()!;
            var state = new JsonObject { ["type"] = type };
            foreach (var (name, value) in ActionJson.Chosen(type, what.Element, entered))
                state[name] = value;
            Set(view, what.BlockId, what.ActionId, state);
        }
    }

    /// <summary>Something on the view was used without submitting it.</summary>
    public static void Keep(EmulatedView view, (JsonElement Block, string BlockId, JsonElement Element, string ActionId) what, JsonObject action)
    {
        var type = what.Element.GetProperty("type").GetString()!;
        if (type is "button" or "overflow")
            return;
        var state = new JsonObject { ["type"] = type };
        foreach (var (name, value) in action)
            if (name.StartsWith("selected_", StringComparison.Ordinal) || name == "value")
                state[name] = value?.DeepClone();
        Set(view, what.BlockId, what.ActionId, state);
    }

    private static void Set(EmulatedView view, string blockId, string actionId, JsonObject state)
    {
        if (!view.Values.TryGetValue(blockId, out var block))
            view.Values[blockId] = block = [];
        block[actionId] = SlackJson.Element(state);
    }

    private static bool Known(EmulatedView view, (JsonElement, string BlockId, JsonElement, string ActionId) what) =>
        view.Values.TryGetValue(what.BlockId, out var block) && block.ContainsKey(what.ActionId);

    private static string[] Split(JsonElement element, string value) =>
        element.GetProperty("type").GetString() is ['m', 'u', 'l', 't', 'i', ..] or "checkboxes" ? value.Split(',', StringSplitOptions.RemoveEmptyEntries)
        : value.Length == 0 ? [] : [value];

    private static string[] Initial(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!property.Name.StartsWith("initial_", StringComparison.Ordinal))
                continue;
            return property.Value.ValueKind switch
            {
                JsonValueKind.Object => [property.Value.GetProperty("value").GetString()!],
                JsonValueKind.Array => [.. property.Value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Object ? one.GetProperty("value").GetString()! : one.ToString())],
                _ => [property.Value.ToString()],
            };
        }
        return [];
    }

    private static void Check(JsonElement block, JsonElement element, string actionId, string[] entered)
    {
        var isOptional = block.TryGetProperty("optional", out var optional) && optional.ValueKind == JsonValueKind.True;
        if (entered.Length == 0)
        {
            if (!isOptional)
                throw new InvalidOperationException($"{actionId} is required.");
            return;
        }
        if (element.TryGetProperty("min_length", out var least) && entered[0].Length < least.GetInt32()
            || element.TryGetProperty("max_length", out var most) && entered[0].Length > most.GetInt32())
            throw new InvalidOperationException($"{actionId} does not take a text of that length.");
    }
}
