using System.Text.Json;

namespace QuizBot.Emulators.Tests.Slack.Judging;

/// <summary>Compares keys and JSON types to a sample.</summary>
internal static class Shape
{
    // What Slack's pages show (docs.slack.dev) and the samples leave out: the event wrapper's newer keys; the list of response
    // URLs of a submission; the blocks of a view or an attachment in payloads; what any answer may be warned or refused with; the
    // mark of a message that a person wrote.
    private static readonly string[] LeftOut =
    [
        "context_team_id", "context_enterprise_id", "response_urls", "view.blocks", "attachments[].blocks", "warning", "response_metadata", "response_metadata.warnings",
        "client_msg_id",
    ];

    // A form's field, which Socket Mode hands on as the text it was.
    private const string FlagAsText = "is_enterprise_install";

    public static void Compare(JsonElement sample, JsonElement given, string path, List<string> differences)
    {
        if (given.ValueKind == JsonValueKind.Null || sample.ValueKind == JsonValueKind.Null)
            return;
        if (Kind(sample) != Kind(given))
        {
            if (path.EndsWith(FlagAsText, StringComparison.Ordinal) && given.ValueKind == JsonValueKind.String && given.GetString() is "false" or "true")
                return;
            differences.Add($"{path}: {given.ValueKind} where Slack has {sample.ValueKind}");
            return;
        }
        // Blocks are the app's own words, of kinds that not every sample shows.
        if (path.EndsWith(".blocks", StringComparison.Ordinal))
            return;
        if (given.ValueKind == JsonValueKind.Array)
            CompareItems(sample, given, path, differences);
        // An empty object in a sample is one whose keys are the app's own.
        else if (given.ValueKind == JsonValueKind.Object && sample.EnumerateObject().Any())
            foreach (var property in given.EnumerateObject())
            {
                var at = $"{path}.{property.Name}";
                if (sample.TryGetProperty(property.Name, out var part))
                    Compare(part, property.Value, at, differences);
                else if (!LeftOut.Any(key => at.EndsWith("." + key, StringComparison.Ordinal)))
                    differences.Add($"{at}: Slack has no such key");
            }
    }

    private static void CompareItems(JsonElement sample, JsonElement given, string path, List<string> differences)
    {
        var known = sample.EnumerateArray().ToList();
        if (known.Count == 0)
            return;
        foreach (var item in given.EnumerateArray())
        {
            // Blocks and elements are told apart by their type.
            var alike = known.Where(one => Type(one) is not { Length: > 0 } type || type == Type(item)).ToList();
            if (alike.Count == 0)
            {
                differences.Add($"{path}: Slack has no {Type(item)} there");
                continue;
            }
            var best = alike.Select(one =>
            {
                var found = new List<string>();
                Compare(one, item, path + "[]", found);
                return found;
            }).MinBy(found => found.Count)!;
            differences.AddRange(best);
        }
    }

    private static string? Type(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static JsonValueKind Kind(JsonElement element) => element.ValueKind == JsonValueKind.True ? JsonValueKind.False : element.ValueKind;
}
