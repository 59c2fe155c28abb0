namespace QuizBot.Discord.Client.Wire;

/// <summary>The envelope of what the gateway sends.</summary>
internal readonly ref struct GatewayFrame
{
    /// <summary>What it is.</summary>
    public int Op { get; private init; }

    /// <summary>A dispatch's place in its session, from 1; null for all else.</summary>
    public long? Sequence { get; private init; }

    /// <summary>A dispatch's name; empty for all else.</summary>
    public ReadOnlySpan<byte> Event { get; private init; }

    /// <summary>The rest, as JSON; empty where there is none.</summary>
    public ReadOnlySpan<byte> Data { get; private init; }

    /// <exception cref="System.Text.Json.JsonException">It is no frame.</exception>
    public static GatewayFrame Read(ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        int? op = null;
        long? sequence = null;
        ReadOnlySpan<byte> name = [], data = [];
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("op"u8))
                    op = cursor.Int();
                else if (cursor.Is("s"u8))
                    sequence = cursor.IsNull() ? null : cursor.Number();
                else if (cursor.Is("t"u8))
                    name = cursor.Name();
                else if (cursor.Is("d"u8))
                    data = cursor.Raw();
            }

        cursor.End();
        return new GatewayFrame
        {
            Op = op ?? throw new System.Text.Json.JsonException("A frame without op."),
            Sequence = sequence is <= 0 ? throw new System.Text.Json.JsonException("A sequence number below 1.") : sequence,
            Event = name,
            Data = data,
        };
    }
}
