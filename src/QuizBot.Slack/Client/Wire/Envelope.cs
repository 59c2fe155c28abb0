using System.Text.Json;

namespace QuizBot.Slack.Client.Wire;

/// <summary>A frame of Socket Mode, its payload still unread.</summary>
internal ref struct Envelope
{
    public EnvelopeKind Kind { get; private set; }

    /// <summary>What acknowledges it; null where nothing does.</summary>
    public string? Id { get; private set; }

    /// <summary>The type in Slack's words.</summary>
    public ReadOnlySpan<byte> Type { get; private set; }

    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>Whether the acknowledgement may carry something.</summary>
    public bool AcceptsPayload { get; private set; }

    /// <summary>Why a connection is to be left, or why an event is delivered again.</summary>
    public string? Reason { get; private set; }

    /// <summary>How often it was delivered before.</summary>
    public long Retry { get; private set; }

    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static Envelope Read(ReadOnlySpan<byte> frame)
    {
        var envelope = new Envelope();
        var cursor = new JsonCursor(frame);
        if (!cursor.EnterObject())
            throw new JsonException("A frame is no object.");
        while (cursor.NextField())
        {
            if (cursor.Is("type"u8))
                envelope.Type = cursor.Word();
            else if (cursor.Is("envelope_id"u8))
                envelope.Id = cursor.Text();
            else if (cursor.Is("payload"u8))
                envelope.Payload = cursor.Raw();
            else if (cursor.Is("accepts_response_payload"u8))
                envelope.AcceptsPayload = cursor.IsTrue();
            else if (cursor.Is("reason"u8) || cursor.Is("retry_reason"u8))
                envelope.Reason = cursor.Text() ?? envelope.Reason;
            else if (cursor.Is("retry_attempt"u8))
                envelope.Retry = cursor.Number() ?? 0;
        }

        cursor.Finish();
        envelope.Kind = KindOf(envelope.Type);
        return envelope;
    }

    /// <exception cref="JsonException">The payload is not what the type says.</exception>
    public readonly Reading ReadPayload() => Kind switch
    {
        EnvelopeKind.Event => EventReader.Read(Payload, Id!),
        EnvelopeKind.Interaction => InteractionReader.Read(Payload, Id!),
        EnvelopeKind.Command => CommandReader.Read(Payload, Id!),
        _ => Reading.Nothing(Type),
    };

    private static EnvelopeKind KindOf(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("events_api"u8))
            return EnvelopeKind.Event;
        if (type.SequenceEqual("interactive"u8))
            return EnvelopeKind.Interaction;
        if (type.SequenceEqual("slash_commands"u8))
            return EnvelopeKind.Command;
        if (type.SequenceEqual("hello"u8))
            return EnvelopeKind.Hello;
        return type.SequenceEqual("disconnect"u8) ? EnvelopeKind.Disconnect : EnvelopeKind.Unknown;
    }
}
