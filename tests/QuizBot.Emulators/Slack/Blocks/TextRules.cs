using System.Text.Json;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>Text objects and what is made of them.</summary>
internal static class TextRules
{
    public static void Check(BlockNode owner, string name, int most, bool plain = false, bool required = false)
    {
        if (required)
            owner.Require(name);
        if (owner.Child(name) is { } text)
            Check(text, most, plain);
    }

    public static void Check(BlockNode text, int most, bool plain)
    {
        if (!text.IsObject)
        {
            text.Fault("failed to match all allowed schemas");
            return;
        }
        if (text.Type is not "plain_text" && (plain || text.Type is not "mrkdwn"))
        {
            text.Fault(text.Type.Length == 0 ? "missing required field: type" : $"unsupported type: {text.Type}", text.Type.Length == 0 ? "" : "/type");
            return;
        }
        text.Only("text", text.Type == "plain_text" ? "emoji" : "verbatim");
        text.Flag("emoji");
        text.Flag("verbatim");
        text.String("text", most, required: true);
    }

    public static void CheckConfirm(BlockNode owner)
    {
        if (owner.Child("confirm") is not { } confirm)
            return;
        if (!confirm.IsObject)
        {
            confirm.Fault("must be an object");
            return;
        }
        confirm.Only("title", "text", "confirm", "deny", "style");
        Check(confirm, "title", 100, plain: true, required: true);
        Check(confirm, "text", 300, required: true);
        Check(confirm, "confirm", 30, plain: true, required: true);
        Check(confirm, "deny", 30, plain: true, required: true);
        confirm.OneOf("style", "primary", "danger");
    }

    /// <param name="marked">Its texts may be mrkdwn.</param>
    /// <param name="linked">It may have an URL.</param>
    public static void CheckOption(BlockNode option, bool marked = false, bool linked = false)
    {
        if (!option.IsObject)
        {
            option.Fault("must be an object");
            return;
        }
        if (linked)
            option.Only("text", "value", "description", "url");
        else
            option.Only("text", "value", "description");
        Check(option, "text", 75, plain: !marked, required: true);
        Check(option, "description", 75, plain: !marked);
        option.String("value", 150, required: true);
        option.String("url", 3000);
    }

    /// <summary>What is chosen at first must be one of the options, in every part.</summary>
    public static void CheckInitial(BlockNode element, string name, IReadOnlyList<BlockNode> options)
    {
        if (element.Child(name) is not { } initial)
            return;
        var chosen = initial.Json.ValueKind == JsonValueKind.Array ? [.. initial.Json.EnumerateArray()] : (IReadOnlyList<JsonElement>)[initial.Json];
        foreach (var one in chosen)
            if (!options.Any(option => Same(option.Json, one)))
                initial.Fault("must exactly match one of the provided options");
    }

    private static bool Same(JsonElement option, JsonElement other) =>
        option.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object
        && Value(option) == Value(other) && Text(option) == Text(other);

    private static string Value(JsonElement option) => option.TryGetProperty("value", out var value) ? value.ToString() : "";

    private static string Text(JsonElement option) =>
        option.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.Object && text.TryGetProperty("text", out var words) ? words.ToString() : "";
}
