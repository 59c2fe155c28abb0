using System.Text.Json;
using QuizBot.Emulators.Slack;
using QuizBot.Emulators.Slack.Deliveries;

namespace QuizBot.Emulators.Tests.Slack.Judging;

/// <summary>Slack's own samples of answers and payloads, in which every key was seen and the values are blanked; and its list of error words.</summary>
internal static class Samples
{
    private static readonly Lazy<string?> Folder = new(Find);

    private static readonly Dictionary<string, JsonElement?> Read = [];

    private static readonly Lazy<JsonElement> Methods = new(() => Load(System.IO.Path.Combine(Folder.Value!, "web-api-2021.json")).GetProperty("paths"));

    public static bool AreHere => Folder.Value is not null;

    /// <summary>Answers that were compared to a sample, by method or type.</summary>
    public static IEnumerable<string> Covered(SlackEmulator slack) =>
        slack.Calls.All.Where(call => !call.Faulty && Answer(call.Method) is not null).Select(call => call.Method)
            .Concat(slack.Deliveries.All.Where(one => Payload(one) is not null).Select(one => one.Kind == DeliveryKind.Command ? "command" : one.Type)).Distinct();

    /// <summary>What the emulator said that Slack's samples do not have; nothing where the samples are absent.</summary>
    public static IReadOnlyList<string> Judge(SlackEmulator slack)
    {
        var differences = new List<string>();
        if (!AreHere)
            return differences;
        foreach (var call in slack.Calls.All)
        {
            if (call.Faulty || call.Answer.Length == 0 || call.Method == "response_url")
                continue;
            using var answer = JsonDocument.Parse(call.Answer);
            if (Answer(call.Method) is { } sample)
                Shape.Compare(sample, answer.RootElement, call.Method, differences);
            if (call.Error is { } error && !ErrorWords.IsKnown(Methods.Value, call.Method, error))
                differences.Add($"{call.Method}: no error word of Slack's is {error}");
        }
        foreach (var delivery in slack.Deliveries.All)
            if (Payload(delivery) is { } sample)
                Shape.Compare(sample, delivery.Json, delivery.Type, differences);
        return [.. differences.Distinct()];
    }

    private static JsonElement? Answer(string method) => Sample($"samples/api/{method}.json");

    // Slack sends this one without the wrapper that the sample puts it in.
    private static JsonElement? Payload(EmulatedDelivery delivery) =>
        delivery.Type == "app_rate_limited" ? Sample("samples/events/AppRateLimitedPayload.json")?.GetProperty("event") : Sample(Path(delivery));

    private static string Path(EmulatedDelivery delivery) => delivery.Kind switch
    {
        DeliveryKind.Command => "samples/app-backend/slash-commands/SlashCommandPayload.json",
        DeliveryKind.Event => $"samples/events/{Pascal(delivery.Type)}Payload.json",
        _ => delivery.Type switch
        {
            "block_actions" => "samples/app-backend/interactive-components/BlockActionPayload.json",
            "view_submission" => "samples/app-backend/views/ViewSubmissionPayload.json",
            _ => "samples/app-backend/views/ViewClosedPayload.json",
        },
    };

    private static string Pascal(string type) => string.Concat(type.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static JsonElement? Sample(string path)
    {
        if (!AreHere)
            return null;
        lock (Read)
        {
            if (!Read.TryGetValue(path, out var sample))
            {
                var file = System.IO.Path.Combine(Folder.Value!, path);
                Read[path] = sample = File.Exists(file) ? Load(file) : null;
            }
            return sample;
        }
    }

    private static JsonElement Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "schemas", "slack")))
                return System.IO.Path.Combine(folder.FullName, "shared", "schemas", "slack");
        return null;
    }
}
