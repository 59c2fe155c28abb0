using System.Text.Json;
using System.Text.Json.Nodes;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>What Slack tells of a button or a menu that was used.</summary>
internal static class ActionJson
{
    public static JsonObject Of(SlackWorld world, (JsonElement Block, string BlockId, JsonElement Element, string ActionId) what, string[] values)
    {
        var element = what.Element;
        var type = element.GetProperty("type").GetString()!;
        var json = new JsonObject { ["action_id"] = what.ActionId, ["block_id"] = what.BlockId };
        foreach (var name in (string[])["text", "value", "style", "url", "placeholder"])
            if (type == "button" && element.TryGetProperty(name, out var part))
                json[name] = SlackJson.Node(part);
        json["type"] = type;
        foreach (var (name, value) in Chosen(type, element, values))
            json[name] = value;
        json["action_ts"] = world.Ids.NextTs();
        return json;
    }

    /// <summary>The part of an action, or of a view's state, that says what was entered.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Chosen(string type, JsonElement element, string[] values)
    {
        var first = values.FirstOrDefault();
        return type switch
        {
            "button" => [],
            "static_select" or "radio_buttons" or "overflow" => [new("selected_option", first is null ? null : Option(element, first))],
            "multi_static_select" or "checkboxes" => [new("selected_options", new JsonArray([.. values.Select(value => Option(element, value))]))],
            "users_select" => [new("selected_user", first)],
            "multi_users_select" => [new("selected_users", List(values))],
            "conversations_select" => [new("selected_conversation", first)],
            "multi_conversations_select" => [new("selected_conversations", List(values))],
            "channels_select" => [new("selected_channel", first)],
            "multi_channels_select" => [new("selected_channels", List(values))],
            "datepicker" => [new("selected_date", first)],
            "timepicker" => [new("selected_time", first)],
            "datetimepicker" => [new("selected_date_time", first is null ? null : long.Parse(first, System.Globalization.CultureInfo.InvariantCulture))],
            "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => [new("value", first)],
            _ => throw new InvalidOperationException($"The emulator's members cannot use a {type}."),
        };
    }

    public static IEnumerable<JsonElement> Options(JsonElement element)
    {
        if (element.TryGetProperty("options", out var options))
            return options.EnumerateArray();
        return element.TryGetProperty("option_groups", out var groups)
            ? groups.EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray()) : [];
    }

    private static JsonNode? Option(JsonElement element, string value)
    {
        foreach (var option in Options(element))
            if (option.GetProperty("value").GetString() == value)
                return SlackJson.Node(option);
        throw new InvalidOperationException($"There is no choice with the value {value}; there are: {string.Join(", ", Options(element).Select(option => option.GetProperty("value")))}.");
    }

    private static JsonArray List(string[] values) => new([.. values.Select(value => (JsonNode)value)]);
}
