using System.Globalization;
using System.Text.Json;

namespace QuizBot.Emulators.Control;

/// <summary>What a person or a script asks of an emulator.</summary>
public sealed class ControlCall(JsonElement body)
{
    /// <exception cref="ControlException">It is absent.</exception>
    public string Text(string name) => Maybe(name) ?? throw new ControlException($"Say \"{name}\" in the body.");

    public string? Maybe(string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    /// <exception cref="ControlException">It is absent or no id.</exception>
    public ulong Id(string name) => ulong.TryParse(Text(name), CultureInfo.InvariantCulture, out var id) ? id : throw new ControlException($"\"{name}\" is no id.");

    /// <exception cref="ControlException">It is no whole number.</exception>
    public int Number(string name, int otherwise) =>
        Maybe(name) is not { } text ? otherwise
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new ControlException($"\"{name}\" is no whole number.");

    public bool Flag(string name, bool otherwise = false) => Maybe(name) is not { } text ? otherwise : text.Equals("true", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<JsonElement> List(string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>The fields of an object.</summary>
    public IEnumerable<JsonProperty> Fields(string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    /// <summary>One of a few names; several with commas between where they can be combined.</summary>
    /// <exception cref="ControlException">It is none of the names.</exception>
    public T Choice<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(name).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var choice) && (Enum.IsDefined(choice) || typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false))
            ? choice : throw new ControlException($"\"{name}\" is one of {string.Join(", ", Enum.GetNames<T>())}.");
}
