using System.Text.Json.Nodes;

namespace QuizBot.Emulators.Slack.Api;

/// <summary>Slack says no, in its own word.</summary>
internal sealed class Refusal(string error) : Exception(error)
{
    public string Error { get; } = error;

    /// <summary>More fields of the answer.</summary>
    public JsonObject? More { get; init; }

    public static Refusal Invalid(string error, params IEnumerable<string> messages)
    {
        return new(error)
        {
            More = new()
            {
                ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)("[ERROR] " + message))]) },
            },
        };
    }
}
