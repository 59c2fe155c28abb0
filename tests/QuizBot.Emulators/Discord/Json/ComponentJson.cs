using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class ComponentJson
{
    public static void Write(Utf8JsonWriter json, EmulatedRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, 1);
        json.WriteNumber("id"u8, row.Id);
        json.WriteEach("components"u8, row.Components, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EmulatedComponent component)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, component.Type);
        json.WriteNumber("id"u8, component.Id);
        json.WriteOptional("custom_id"u8, component.CustomId);
        if (component is EmulatedButton button)
        {
            json.WriteNumber("style"u8, button.Style);
            json.WriteOptional("label"u8, button.Label);
            json.WriteOptional("url"u8, button.Url);
            if (button.Emoji is not null)
                WriteEmoji(json, button.Emoji);
            if (button.Disabled)
                json.WriteBoolean("disabled"u8, true);
        }
        else if (component is EmulatedSelect select)
            WriteSelect(json, select);
        json.WriteEndObject();
    }

    /// <summary>Here an emoji of Discord's own has no id at all, where a reaction's has null.</summary>
    private static void WriteEmoji(Utf8JsonWriter json, string emoji)
    {
        json.WriteStartObject("emoji"u8);
        json.WriteString("name"u8, emoji);
        json.WriteEndObject();
    }

    private static void WriteSelect(Utf8JsonWriter json, EmulatedSelect select)
    {
        json.WriteOptional("placeholder"u8, select.Placeholder);
        json.WriteNumber("min_values"u8, select.MinValues);
        json.WriteNumber("max_values"u8, select.MaxValues);
        json.WriteBoolean("disabled"u8, select.Disabled);
        if (select.Type == 3)
            json.WriteEach("options"u8, select.Options, static (json, option) =>
            {
                json.WriteStartObject();
                json.WriteString("label"u8, option.Label);
                json.WriteString("value"u8, option.Value);
                json.WriteOptional("description"u8, option.Description);
                if (option.Emoji is not null)
                    WriteEmoji(json, option.Emoji);
                json.WriteBoolean("default"u8, option.IsDefault);
                json.WriteEndObject();
            });
    }
}
