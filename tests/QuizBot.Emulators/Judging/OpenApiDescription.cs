using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace QuizBot.Emulators.Judging;

/// <summary>A platform's OpenAPI file, made ready to judge by.</summary>
internal sealed class OpenApiDescription
{
    private const string Id = "https://description.invalid/openapi";

    private readonly JsonObject paths, responses;
    private readonly BuildOptions build = new() { SchemaRegistry = new() };
    private readonly Dictionary<string, JsonSchema?> schemas = [];

    /// <param name="correct">Mends what is known to be wrong in it.</param>
    public OpenApiDescription(string path, Action<JsonObject> correct)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Clean(root);
        correct(root);
        paths = root["paths"]!.AsObject();
        responses = root["components"]!["responses"]!.AsObject();
        var definitions = new JsonObject { ["$id"] = Id, ["$defs"] = root["components"]!["schemas"]!.DeepClone() };
        build.SchemaRegistry.Register(JsonSchema.FromText(definitions.ToJsonString(), build));
    }

    public bool Has(string method, string route) => Operation(method, route) is not null;

    /// <summary>The schema of a request's body; null when it has none.</summary>
    public JsonSchema? Request(string method, string route) => Schema($"{method} {route}", () => Operation(method, route)?["requestBody"]);

    /// <summary>The schema of an answer, and whether the status is described at all.</summary>
    public (bool IsDescribed, JsonSchema? Schema) Answer(string method, string route, int status)
    {
        if (Operation(method, route)?["responses"] is not JsonObject all)
            return (false, null);
        var described = all[$"{status}"] ?? all[$"{status / 100}XX"];
        if (described?["$ref"]?.GetValue<string>() is { } reference)
            described = responses[reference[(reference.LastIndexOf('/') + 1)..]];
        return (described is not null, Schema($"{method} {route} {status}", () => described));
    }

    private JsonNode? Operation(string method, string route) => paths[route]?[method.ToLowerInvariant()];

    private JsonSchema? Schema(string key, Func<JsonNode?> owner)
    {
        if (!schemas.TryGetValue(key, out var schema))
        {
            var node = owner()?["content"]?["application/json"]?["schema"];
            schemas[key] = schema = node is null ? null : JsonSchema.FromText(node.ToJsonString(), build);
        }
        return schema;
    }

    /// <summary>Takes away what is no JSON Schema, and makes references absolute.</summary>
    private static void Clean(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Clean(item);
            return;
        }
        if (node is not JsonObject fields)
            return;
        foreach (var name in fields.Select(field => field.Key).ToList())
            if (name.StartsWith("x-", StringComparison.Ordinal) || name == "discriminator" && fields[name] is JsonObject mapping && mapping.ContainsKey("propertyName"))
                fields.Remove(name);
            else if (name == "$ref" && fields[name] is JsonValue reference && reference.GetValueKind() == JsonValueKind.String)
                fields[name] = reference.GetValue<string>().Replace("#/components/schemas/", Id + "#/$defs/", StringComparison.Ordinal);
            else
                Clean(fields[name]);
    }
}
