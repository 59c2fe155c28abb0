using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Writes JSON once, into bytes that can be sent again.</summary>
internal static class JsonBytes
{
    // What is sent is read by a JSON parser, never by a browser: characters need no escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = kept ?? new ArrayBufferWriter<byte>(1024);
        kept = null;
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer, value);
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= 1 << 16)
        {
            buffer.ResetWrittenCount();
            kept = buffer;
        }

        return bytes;
    }

    /// <summary>An id, as Discord takes it: digits in a string.</summary>
    public static void WriteId(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong id)
    {
        writer.WritePropertyName(name);
        writer.WriteIdValue(id);
    }

    public static void WriteIdValue(this Utf8JsonWriter writer, ulong id)
    {
        Span<byte> digits = stackalloc byte[20];
        System.Buffers.Text.Utf8Formatter.TryFormat(id, digits, out var length);
        writer.WriteStringValue(digits[..length]);
    }
}
