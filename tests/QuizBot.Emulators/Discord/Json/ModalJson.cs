using System.Text.Json;
using QuizBot.Emulators.Discord.Interactions;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>A form that was filled in.</summary>
internal static class ModalJson
{
    public static void Write(Utf8JsonWriter json, EmulatedModal modal, IReadOnlyList<(string CustomId, string Value)> values)
    {
        json.WriteStartObject();
        json.WriteString("custom_id"u8, modal.CustomId);
        json.WriteStartArray("components"u8);
        foreach (var text in modal.Texts)
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, 10);
            json.WriteNumber("id"u8, text.Id);
            json.WriteEndObject();
        }
        foreach (var input in modal.Inputs)
        {
            var value = values.FirstOrDefault(one => one.CustomId == input.CustomId).Value ?? input.Value ?? "";
            json.WriteStartObject();
            json.WriteNumber("type"u8, input.IsInLabel ? 18 : 1);
            json.WriteNumber("id"u8, input.Id - 1);
            if (input.IsInLabel)
                json.WritePropertyName("component"u8);
            else
                json.WriteStartArray("components"u8);
            json.WriteStartObject();
            json.WriteNumber("type"u8, 4);
            json.WriteNumber("id"u8, input.Id);
            json.WriteString("custom_id"u8, input.CustomId);
            json.WriteString("value"u8, value);
            json.WriteEndObject();
            if (!input.IsInLabel)
                json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
