using System.Text.Json;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>An object in blocks, with where it is and where its faults go. The wording is Slack's.</summary>
internal readonly struct BlockNode(JsonElement json, string pointer, BlockErrors errors)
{
    public JsonElement Json => json;

    public string Pointer => pointer;

    public BlockErrors Errors => errors;

    public bool IsObject => json.ValueKind == JsonValueKind.Object;

    public string Type => IsObject && json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    public bool Has(string name) => IsObject && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public void Fault(string message, string at = "") => errors.Add(pointer + at, message);

    /// <summary>It has no property but its type and these.</summary>
    public void Only(params ReadOnlySpan<string> names)
    {
        foreach (var property in json.EnumerateObject())
            if (property.Name != "type" && !names.Contains(property.Name))
                Fault($"invalid additional property: {property.Name}");
    }

    public bool Require(string name)
    {
        if (Has(name))
            return true;
        Fault($"missing required field: {name}");
        return false;
    }

    public BlockNode? Child(string name) => Has(name) ? new(json.GetProperty(name), $"{pointer}/{name}", errors) : null;

    /// <summary>The items of a list with so many of them.</summary>
    public IReadOnlyList<BlockNode> List(string name, int least, int most, bool required = true)
    {
        if (required ? !Require(name) : !Has(name))
            return [];
        var list = json.GetProperty(name);
        if (list.ValueKind != JsonValueKind.Array)
        {
            Fault("must be an array", $"/{name}");
            return [];
        }
        var count = list.GetArrayLength();
        if (count < least)
            Fault($"must provide at least {least} items", $"/{name}");
        if (count > most)
            Fault($"no more than {most} items allowed", $"/{name}");
        var items = new List<BlockNode>(count);
        foreach (var item in list.EnumerateArray())
            items.Add(new(item, $"{pointer}/{name}/{items.Count}", errors));
        return items;
    }

    public string? String(string name, int most, bool required = false, int least = 1)
    {
        if (required ? !Require(name) : !Has(name))
            return null;
        var value = json.GetProperty(name);
        if (value.ValueKind != JsonValueKind.String)
        {
            Fault("must be a string", $"/{name}");
            return null;
        }
        var text = value.GetString()!;
        Length(text, least, most, $"/{name}");
        return text;
    }

    public void Length(string text, int least, int most, string at)
    {
        var length = text.EnumerateRunes().Count();
        if (length < least)
            Fault($"must be more than {least - 1} characters", at);
        if (length > most)
            Fault($"must be less than {most + 1} characters", at);
    }

    public void Flag(string name)
    {
        if (Has(name) && json.GetProperty(name).ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault("must be a boolean", $"/{name}");
    }

    public int? Number(string name, int least, int most)
    {
        if (!Has(name))
            return null;
        if (json.GetProperty(name).ValueKind != JsonValueKind.Number || !json.GetProperty(name).TryGetInt32(out var number) || number < least || number > most)
        {
            Fault($"must be a number from {least} to {most}", $"/{name}");
            return null;
        }
        return number;
    }

    public void OneOf(string name, params ReadOnlySpan<string> values)
    {
        if (Has(name) && !values.Contains(json.GetProperty(name).ToString()))
            Fault("must be one of the allowed values", $"/{name}");
    }
}
