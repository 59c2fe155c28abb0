using System.Text.Json.Nodes;

namespace QuizBot.Emulators.Judging;

/// <summary>Where Discord's own description is wrong, by its documentation and by what its servers send.</summary>
internal static class DiscordCorrections
{
    public static void Apply(JsonObject root)
    {
        var schemas = root["components"]!["schemas"]!;
        // The codes within "errors" are words such as BASE_TYPE_REQUIRED; only the outer code is a number.
        schemas["InnerErrors"]!["properties"]!["_errors"]!["items"] = JsonNode.Parse(
            """{"type": "object", "properties": {"code": {"type": "string"}, "message": {"type": "string"}}, "required": ["code", "message"]}""");
        // Permissions are texts, since they have grown beyond 53 bits; the answers are described so, the requests are not.
        foreach (var (_, schema) in schemas.AsObject())
            if (schema?["properties"]?["default_member_permissions"]?["type"] is JsonArray types && types.All(type => type?.GetValue<string>() != "string"))
                types.Add("string");
    }
}
