using System.Buffers.Text;
using System.Text.Json;

namespace QuizBot.Discord.Client.Wire;

/// <summary>
/// Goes once through foreign JSON and takes what is asked for; what is not asked for is passed over. Whatever is not as it
/// should be is a <see cref="JsonException"/>, and nothing else is ever thrown.
/// </summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;
    private bool onValue;

    public JsonCursor(ReadOnlySpan<byte> json)
    {
        this.json = json;
        reader = new Utf8JsonReader(json);
        onValue = Read();
    }

    /// <summary>Goes into the object that is the value here; false where it is null.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject);

    /// <summary>Goes into the array that is the value here; false where it is null.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray);

    /// <summary>On to the next field of the object, whether the last one was read or not; false at the object's end.</summary>
    public bool NextField()
    {
        if (!onValue && reader.TokenType == JsonTokenType.PropertyName)
            onValue = Read();
        PassOver();
        return Read() && reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>On to the next item of the array, whether the last one was read or not; false at the array's end.</summary>
    public bool NextItem()
    {
        PassOver();
        onValue = Read() && reader.TokenType != JsonTokenType.EndArray;
        return onValue;
    }

    /// <summary>Whether the field has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(name);

    /// <summary>The field's name.</summary>
    public readonly string FieldName()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A name is not valid UTF-8.", fault);
        }
    }

    /// <summary>Whether the value is an object; it is not read by that.</summary>
    public bool IsObject()
    {
        Move();
        onValue = true;
        return reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>An id: digits in a string, never 0.</summary>
    public ulong Id() => IdOrNull() ?? throw new JsonException("An id is missing.");

    public ulong? IdOrNull()
    {
        if (IsNull())
            return null;
        return Digits() is var id and not 0 ? id : throw new JsonException("An id is 0.");
    }

    /// <summary>A number of 64 bits in a string, as Discord sends permissions.</summary>
    public ulong Digits()
    {
        Expect(JsonTokenType.String);
        return Utf8Parser.TryParse(reader.ValueSpan, out ulong number, out var used) && used == reader.ValueSpan.Length
            ? number
            : throw new JsonException("Not a number of 64 bits.");
    }

    public string Text() => TextOrNull() ?? throw new JsonException("A text is missing.");

    public string? TextOrNull()
    {
        if (IsNull())
            return null;
        Expect(JsonTokenType.String);
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A text is not valid UTF-8.", fault);
        }
    }

    /// <summary>A text, number or truth, as text.</summary>
    public string Scalar()
    {
        Move();
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Number:
                return System.Text.Encoding.ASCII.GetString(reader.ValueSpan);
            default:
                onValue = true;
                return Text();
        }
    }

    /// <summary>A whole number; a fraction is cut off, as some write 5 as 5.0.</summary>
    public long Number()
    {
        Expect(JsonTokenType.Number);
        if (reader.TryGetInt64(out var number))
            return number;
        return reader.TryGetDouble(out var real) && Math.Abs(real) < 1L << 53
            ? (long)real
            : throw new JsonException("A number is too large.");
    }

    public int Int()
    {
        var number = Number();
        return (int)number == number ? (int)number : throw new JsonException("A number is too large.");
    }

    public double Real()
    {
        Expect(JsonTokenType.Number);
        return reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw new JsonException("Not a number.");
    }

    /// <summary>True, or false and null.</summary>
    public bool Flag()
    {
        Move();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            _ => throw Unexpected(),
        };
    }

    /// <summary>Whether the value is null; if it is, it has been read.</summary>
    public bool IsNull()
    {
        Move();
        if (reader.TokenType == JsonTokenType.Null)
            return true;
        onValue = true;
        return false;
    }

    /// <summary>The bytes of the value, whatever it is.</summary>
    public ReadOnlySpan<byte> Raw()
    {
        Move();
        var start = (int)reader.TokenStartIndex;
        Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    /// <summary>The bytes of a text without escapes; empty for null.</summary>
    public ReadOnlySpan<byte> Name()
    {
        if (IsNull())
            return [];
        Expect(JsonTokenType.String);
        return reader.ValueIsEscaped ? throw new JsonException("A name has escapes.") : reader.ValueSpan;
    }

    /// <summary>Sees to it that nothing follows.</summary>
    public void End()
    {
        PassOver();
        while (Read())
        {
        }
    }

    private bool Enter(JsonTokenType start)
    {
        Move();
        if (reader.TokenType == JsonTokenType.Null)
            return false;
        return reader.TokenType == start ? true : throw Unexpected();
    }

    private void Expect(JsonTokenType type)
    {
        Move();
        if (reader.TokenType != type)
            throw Unexpected();
    }

    private void Move()
    {
        if (onValue)
            onValue = false;
        else if (!Read())
            throw new JsonException("The JSON ends too soon.");
    }

    private void PassOver()
    {
        if (!onValue)
            return;
        onValue = false;
        Skip();
    }

    private void Skip()
    {
        if (!reader.TrySkip())
            throw new JsonException("The JSON ends too soon.");
    }

    private bool Read() => reader.Read();

    private readonly JsonException Unexpected() => new($"{reader.TokenType} is not expected here.");
}
