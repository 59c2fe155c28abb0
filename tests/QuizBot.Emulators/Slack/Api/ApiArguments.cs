using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QuizBot.Emulators.Slack.Api;

/// <summary>The arguments of a call, however they were sent.</summary>
internal sealed class ApiArguments
{
    private readonly Dictionary<string, string> texts = [];
    private readonly Dictionary<string, JsonElement> json = [];

    /// <summary>What is wrong with the body, in Slack's word.</summary>
    public string? Refusal { get; private set; }

    public string? Warning { get; private set; }

    /// <summary>The body as it came.</summary>
    public string Body { get; private set; } = "";

    public bool IsJson { get; private set; }

    /// <summary>All but the token, structures as JSON.</summary>
    public IReadOnlyDictionary<string, string> Recorded =>
        texts.Concat(json.Select(one => KeyValuePair.Create(one.Key, one.Value.ValueKind == JsonValueKind.String ? one.Value.GetString()! : one.Value.GetRawText())))
            .Where(one => one.Key != "token").ToDictionary();

    public static async Task<ApiArguments> ReadAsync(HttpRequest request, ApiMethod? method, CancellationToken cancel)
    {
        var arguments = new ApiArguments();
        foreach (var (name, value) in request.Query)
            arguments.texts[name] = value.ToString();
        if (!HttpMethods.IsPost(request.Method))
            return arguments;
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        var charset = request.ContentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true;
        if (type is "multipart/form-data")
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancel))
                arguments.texts[name] = value.ToString();
            return arguments;
        }
        using var reader = new StreamReader(request.Body);
        arguments.Body = await reader.ReadToEndAsync(cancel);
        switch (type)
        {
            case "application/x-www-form-urlencoded":
                foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(arguments.Body))
                    arguments.texts[name] = value.ToString();
                arguments.Warning = charset ? "superfluous_charset" : null;
                break;
            case "application/json":
                arguments.IsJson = true;
                // A method that only reads does not look at a JSON body.
                if (method?.TakesJson == true)
                {
                    arguments.ReadJson();
                    arguments.Warning = charset ? null : "missing_charset";
                }
                break;
            case null when arguments.Body.Length == 0:
                break;
            case null:
                arguments.Refusal = "missing_post_type";
                break;
            default:
                arguments.Refusal = "invalid_post_type";
                break;
        }
        return arguments;
    }

    /// <summary>Those of a JSON object.</summary>
    public static ApiArguments Of(JsonElement body)
    {
        var arguments = new ApiArguments();
        foreach (var property in body.EnumerateObject())
            arguments.json[property.Name] = property.Value.Clone();
        return arguments;
    }

    /// <summary>Null when it is absent or empty.</summary>
    public string? Maybe(string name) =>
        texts.TryGetValue(name, out var text) ? text.Length == 0 ? null : text
        : json.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() is { Length: > 0 } given ? given : null : value.GetRawText()
        : null;

    public string Required(string name) => Maybe(name) ?? throw Api.Refusal.Invalid("invalid_arguments", $"missing required field: {name}");

    public bool Flag(string name) => Maybe(name) is "true" or "1";

    /// <summary>JSON, sent as text or as itself; undefined when absent.</summary>
    public JsonElement Json(string name, string refusal)
    {
        if (Maybe(name) is not { } text)
            return default;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new Refusal(refusal);
        }
    }

    private void ReadJson()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Refusal = "json_not_object";
                return;
            }
            foreach (var property in document.RootElement.EnumerateObject())
                json[property.Name] = property.Value.Clone();
        }
        catch (JsonException)
        {
            Refusal = "invalid_json";
        }
    }
}
