using System.Text.Json;

namespace QuizBot.Storage.Answers;

internal static class JsonRowExtensions
{
    public static void WriteNullable(this Utf8JsonWriter json, int? value)
    {
        if (value is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }

    public static void WriteNullable(this Utf8JsonWriter json, bool? value)
    {
        if (value is { } truth)
            json.WriteBooleanValue(truth);
        else
            json.WriteNullValue();
    }

    public static void WriteNullable(this Utf8JsonWriter json, long? value)
    {
        if (value is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }
}
