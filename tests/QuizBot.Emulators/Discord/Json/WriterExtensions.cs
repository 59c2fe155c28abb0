using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace QuizBot.Emulators.Discord.Json;

internal static class WriterExtensions
{
    /// <summary>Ids are texts, because JavaScript's numbers are too small for them.</summary>
    public static void WriteId(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ulong id)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(id, digits, out var length);
        json.WriteString(name, digits[..length]);
    }

    public static void WriteIdValue(this Utf8JsonWriter json, ulong id)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(id, digits, out var length);
        json.WriteStringValue(digits[..length]);
    }

    public static void WriteIds(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<ulong> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteIdValue(id);
        json.WriteEndArray();
    }

    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? at) =>
        json.WriteString(name, at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture));

    public static void WriteEmpty(this Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteEach<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    /// <summary>An emoji of Discord's own is its text; one of a guild's is name:id.</summary>
    public static void WriteEmoji(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string emoji)
    {
        json.WriteStartObject(name);
        var colon = emoji.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            json.WriteNull("id"u8);
            json.WriteString("name"u8, emoji);
        }
        else
        {
            json.WriteString("id"u8, emoji.AsSpan(colon + 1));
            json.WriteString("name"u8, emoji.AsSpan(0, colon));
        }
        json.WriteEndObject();
    }
}
