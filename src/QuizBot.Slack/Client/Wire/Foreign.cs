using System.Text.Json;

namespace QuizBot.Slack.Client.Wire;

/// <summary>Looks into foreign JSON that may hold anything.</summary>
internal static class Foreign
{
    /// <summary>The text at a path of fields; null where there is none.</summary>
    /// <exception cref="JsonException">It is not valid UTF-8.</exception>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        if (element.At(path) is not { ValueKind: JsonValueKind.String } found)
            return null;
        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A text is not valid UTF-8.", fault);
        }
    }

    /// <summary>What stands at a path of fields; null where nothing does.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        return element;
    }

    public static bool IsTrue(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The items of the array at a path of fields; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
