using System.Globalization;
using System.Text.Json;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Reads an object of a body as Discord does: what is absent or null is null, what is wrong is noted at its path.</summary>
internal readonly struct Fields(JsonElement json, FormErrors errors, string path)
{
    public FormErrors Errors => errors;

    public string Path => path;

    public JsonElement Json => json;

    public bool Has(string name) => json.TryGetProperty(name, out _);

    public bool HasValue(string name) => TryGet(name, out _);

    public void Wrong(string name, string code, string message) => errors.Add(Under(name), code, message);

    public string Under(string name) => name.Length == 0 ? path : $"{path}/{name}";

    /// <summary>A text of so many characters, which Discord counts by code point.</summary>
    public string? Text(string name, int max, int min = 0, bool required = false)
    {
        if (!TryGet(name, out var value))
            return Missing(name, required);
        if (value.ValueKind != JsonValueKind.String)
        {
            Wrong(name, "STRING_TYPE_CONVERT", $"Could not interpret \"{value.GetRawText()}\" as string.");
            return null;
        }
        var text = value.GetString()!;
        var length = Length(text);
        if (length == 0 && required)
            return Missing(name, required);
        if (length > max || length < min)
            Wrong(name, min > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH",
                min > 0 ? $"Must be between {min} and {max} in length." : $"Must be {max} or fewer in length.");
        return text;
    }

    public long? Number(string name, long min = long.MinValue, long max = long.MaxValue, bool required = false)
    {
        if (!TryGet(name, out var value))
        {
            Missing(name, required);
            return null;
        }
        long number = 0;
        var isWhole = value.ValueKind == JsonValueKind.Number ? value.TryGetInt64(out number)
            : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        if (!isWhole)
            Wrong(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
        else if (number < min)
            Wrong(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        else if (number > max)
            Wrong(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        else
            return number;
        return null;
    }

    /// <summary>A number that must be one of a few.</summary>
    public long? OneOf(string name, bool required, params ReadOnlySpan<long> allowed)
    {
        var number = Number(name, required: required);
        if (number is not { } given || allowed.Contains(given))
            return number;
        Wrong(name, "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", allowed.ToArray())}).");
        return null;
    }

    public bool? Flag(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Wrong(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return null;
    }

    public ulong? Snowflake(string name, bool required = false)
    {
        if (!TryGet(name, out var value))
        {
            Missing(name, required);
            return null;
        }
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number && TryParse(value.ToString(), out var id))
            return id;
        Wrong(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
        return null;
    }

    public Fields? Object(string name, bool required = false)
    {
        if (!TryGet(name, out var value))
        {
            Missing(name, required);
            return null;
        }
        if (value.ValueKind == JsonValueKind.Object)
            return new(value, errors, Under(name));
        Wrong(name, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return null;
    }

    public List<Fields>? Objects(string name, int max, int min = 0, bool required = false)
    {
        if (List(name, max, min, required) is not { } list)
            return null;
        var objects = new List<Fields>(list.Count);
        for (var i = 0; i < list.Count; i++)
            if (list[i].ValueKind == JsonValueKind.Object)
                objects.Add(new(list[i], errors, $"{Under(name)}/{i}"));
            else
                errors.Add($"{Under(name)}/{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return objects;
    }

    public List<JsonElement>? List(string name, int max, int min = 0, bool required = false)
    {
        if (!TryGet(name, out var value))
        {
            Missing(name, required);
            return null;
        }
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return null;
        }
        var list = value.EnumerateArray().ToList();
        if (list.Count <= max && list.Count >= min)
            return list;
        // Its parts are not looked at: Discord describes an error of a list or errors of its parts, never both.
        Wrong(name, min > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH",
            min > 0 ? $"Must be between {min} and {max} in length." : $"Must be {max} or fewer in length.");
        return null;
    }

    /// <summary>A list of ids.</summary>
    public List<ulong>? Snowflakes(string name, int max)
    {
        if (List(name, max) is not { } list)
            return null;
        var ids = new List<ulong>(list.Count);
        for (var i = 0; i < list.Count; i++)
            if (TryParse(list[i].ToString(), out var id))
                ids.Add(id);
            else
                errors.Add($"{Under(name)}/{i}", "NUMBER_TYPE_COERCE", $"Value \"{list[i]}\" is not snowflake.");
        return ids;
    }

    public string? Url(string name, int max = 2048, bool withAttachments = false)
    {
        var text = Text(name, max);
        if (text is null)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
            Wrong(name, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (url.Scheme is not ("http" or "https") && !(withAttachments && url.Scheme == "attachment"))
            Wrong(name, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{url.Scheme}\" is not one of ('http', 'https').");
        return text;
    }

    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }

    /// <summary>An id is a whole number of up to 64 bits, without signs or zeros before it.</summary>
    public static bool TryParse(string text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && (text.Length == 1 || text[0] != '0') && id <= long.MaxValue;

    private string? Missing(string name, bool required)
    {
        if (required)
            Wrong(name, "BASE_TYPE_REQUIRED", "This field is required");
        return null;
    }

    private bool TryGet(string name, out JsonElement value) =>
        json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
