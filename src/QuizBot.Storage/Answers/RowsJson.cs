using System.Buffers;
using System.Text;
using System.Text.Json;

namespace QuizBot.Storage.Answers;

/// <summary>Builds the JSON array of arrays that a statement takes its rows from.</summary>
internal sealed class RowsJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4_096);
    private readonly Utf8JsonWriter _json;

    public RowsJson()
    {
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
        _json.WriteStartArray();
    }

    public int Count { get; private set; }

    public Utf8JsonWriter BeginRow()
    {
        Count++;
        _json.WriteStartArray();
        return _json;
    }

    public void EndRow() => _json.WriteEndArray();

    public string Finish()
    {
        _json.WriteEndArray();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();
}
