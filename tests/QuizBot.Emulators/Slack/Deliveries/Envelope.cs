using System.Buffers;
using System.Buffers.Text;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>What Socket Mode puts around a payload.</summary>
internal sealed record Envelope(Guid Id, DeliveryKind Kind, bool AcceptsResponse, int Retry, string Reason)
{
    public void Append(IBufferWriter<byte> output, ReadOnlySpan<byte> payload)
    {
        output.Write("{\"envelope_id\":\""u8);
        Utf8Formatter.TryFormat(Id, output.GetSpan(36), out var length);
        output.Advance(length);
        output.Write("\",\"payload\":"u8);
        output.Write(payload);
        output.Write(Kind switch
        {
            DeliveryKind.Event => ",\"type\":\"events_api\""u8,
            DeliveryKind.Command => ",\"type\":\"slash_commands\""u8,
            _ => ",\"type\":\"interactive\""u8,
        });
        output.Write(AcceptsResponse ? ",\"accepts_response_payload\":true"u8 : ",\"accepts_response_payload\":false"u8);
        if (Kind == DeliveryKind.Event)
        {
            output.Write(",\"retry_attempt\":"u8);
            Utf8Formatter.TryFormat(Retry, output.GetSpan(11), out length);
            output.Advance(length);
            output.Write(",\"retry_reason\":\""u8);
            output.Write(System.Text.Encoding.ASCII.GetBytes(Reason));
            output.Write("\""u8);
        }
        output.Write("}"u8);
    }
}
