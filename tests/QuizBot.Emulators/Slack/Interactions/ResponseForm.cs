using System.Text.Json;
using QuizBot.Emulators.Slack.Api;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>The body of an answer to an interaction.</summary>
internal static class ResponseForm
{
    public static JsonElement Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new Refusal("invalid_payload");
        }
        catch (JsonException)
        {
            throw new Refusal("invalid_payload");
        }
    }

    public static ApiArguments Arguments(JsonElement body) => ApiArguments.Of(body);

    public static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ToString().Equals("true", StringComparison.OrdinalIgnoreCase);

    public static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
