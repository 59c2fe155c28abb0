using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace QuizBot.Storage.Export;

/// <summary>One JSON object a line, UTF-8, with line feeds.</summary>
internal sealed class JsonLines(Stream output)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // For files, not for pages: names and questions stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new TextConverter<Instant>(InstantPattern.ExtendedIso),
            new TextConverter<LocalDate>(LocalDatePattern.Iso),
            new TextConverter<LocalTime>(LocalTimePattern.ExtendedIso),
            new TextConverter<Duration>(DurationPattern.JsonRoundtrip),
        },
    };

    public async Task WriteAllAsync<T>(string type, IQueryable<T> records, CancellationToken cancellation)
        where T : class
    {
        await foreach (var record in records.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            await WriteAsync(type, record, cancellation);
    }

    public async Task WriteAsync<T>(string type, T record, CancellationToken cancellation)
        where T : class
    {
        var line = new JsonObject { ["type"] = type };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(record, Options)!.AsObject().ToList())
            line[name] = value?.DeepClone();
        await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Options), cancellation);
        await output.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private sealed class TextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
