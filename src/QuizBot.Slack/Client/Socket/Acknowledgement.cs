using System.Text.Json;

namespace QuizBot.Slack.Client.Socket;

/// <summary>An acknowledgement to be sent.</summary>
/// <param name="EnvelopeId">What it acknowledges.</param>
/// <param name="Payload">A JSON object that goes with it; null or empty for none.</param>
internal readonly record struct Acknowledgement(string EnvelopeId, ReadOnlyMemory<byte>? Payload)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("envelope_id"u8, EnvelopeId);
        if (Payload is { Length: > 0 } payload)
        {
            json.WritePropertyName("payload"u8);
            json.WriteRawValue(payload.Span);
        }

        json.WriteEndObject();
        json.Flush();
    }
}
