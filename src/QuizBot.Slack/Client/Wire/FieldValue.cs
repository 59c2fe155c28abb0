using System.Text.Json;

namespace QuizBot.Slack.Client.Wire;

/// <summary>What a member chose or typed into one element, as one text.</summary>
internal static class FieldValue
{
    private static readonly string[] Single =
        ["value", "selected_time", "selected_date", "selected_user", "selected_channel", "selected_conversation"];

    private static readonly string[] Several = ["selected_users", "selected_channels", "selected_conversations"];

    /// <summary>The text; several are joined by commas; empty where nothing was chosen.</summary>
    public static string Of(JsonElement element)
    {
        if (element.Text("selected_option", "value") is { } option)
            return option;
        foreach (var name in Single)
            if (element.Text(name) is { } text)
                return text;
        if (element.At("selected_date_time") is { ValueKind: JsonValueKind.Number } seconds)
            return seconds.GetRawText();
        var chosen = element.Items("selected_options").Select(o => o.Text("value"))
            .Concat(Several.SelectMany(name => element.Items(name)).Select(item => item.Text()));
        return string.Join(',', chosen.Where(text => !string.IsNullOrEmpty(text)));
    }
}
