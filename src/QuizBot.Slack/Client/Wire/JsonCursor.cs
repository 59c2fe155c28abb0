using System.Text.Json;

namespace QuizBot.Slack.Client.Wire;

/// <summary>
/// Goes once through foreign JSON and takes what is asked for; the rest is passed over, and so is a value of another type than
/// asked for. What is not JSON is a <see cref="JsonException"/>, and nothing else is ever thrown.
/// </summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;
    private ReadOnlySpan<byte> name;

    // The reader stands on a value that nobody took yet.
    private bool onValue;

    public JsonCursor(ReadOnlySpan<byte> json)
    {
        this.json = json;
        reader = new Utf8JsonReader(json);
        onValue = reader.Read();
    }

    /// <summary>Goes into the object that is the value here; false where it is something else. Leave it by reading to its end.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject);

    /// <summary>Goes into the array that is the value here; false where it is something else. Leave it by reading to its end.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray);

    /// <summary>On to the next field of the object, whether the last one was taken or not; false at the object's end.</summary>
    public bool NextField()
    {
        PassOver();
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return false;
        name = reader.ValueIsEscaped ? default : reader.ValueSpan;
        return onValue = reader.Read();
    }

    /// <summary>On to the next item of the array, whether the last one was taken or not; false at the array's end.</summary>
    public bool NextItem()
    {
        PassOver();
        return onValue = reader.Read() && reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Whether the field has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> wanted) => name.SequenceEqual(wanted);

    /// <summary>A text; null where the value is something else.</summary>
    public string? Text()
    {
        if (reader.TokenType != JsonTokenType.String)
            return null;
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A text is not valid UTF-8.", fault);
        }
    }

    /// <summary>A word that needs no escape, as it stands in the JSON; empty where the value is something else.</summary>
    public readonly ReadOnlySpan<byte> Word() => reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? reader.ValueSpan : default;

    public readonly bool IsTrue() => reader.TokenType == JsonTokenType.True;

    /// <summary>A whole number; null where the value is something else.</summary>
    public readonly long? Number() => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;

    /// <summary>The value as it stands in the JSON.</summary>
    public ReadOnlySpan<byte> Raw()
    {
        var start = (int)reader.TokenStartIndex;
        PassOver();
        return json[start..(int)reader.BytesConsumed];
    }

    /// <summary>Goes to the end, so that what follows is seen to be JSON or nothing.</summary>
    public void Finish()
    {
        while (reader.Read())
        {
        }
    }

    private bool Enter(JsonTokenType wanted)
    {
        if (!onValue || reader.TokenType != wanted)
            return false;
        onValue = false;
        return true;
    }

    private void PassOver()
    {
        if (onValue)
            reader.Skip();
        onValue = false;
    }
}
