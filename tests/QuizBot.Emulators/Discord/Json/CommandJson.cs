using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.Interactions;

namespace QuizBot.Emulators.Discord.Json;

internal static class CommandJson
{
    public static void WriteAll(Utf8JsonWriter json, (IReadOnlyList<EmulatedCommand> Commands, ulong Application) list)
    {
        json.WriteStartArray();
        foreach (var command in list.Commands)
            Write(json, (command, list.Application));
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, (EmulatedCommand Command, ulong Application) one)
    {
        var command = one.Command;
        json.WriteStartObject();
        json.WriteId("id"u8, command.Id);
        json.WriteId("application_id"u8, one.Application);
        json.WriteId("version"u8, command.Version);
        json.WriteNumber("type"u8, command.Type);
        json.WriteString("name"u8, command.Name);
        json.WriteNull("name_localizations"u8);
        json.WriteString("description"u8, command.Description);
        json.WriteNull("description_localizations"u8);
        json.WriteString("default_member_permissions"u8, command.DefaultMemberPermissions is { } permissions ? ((ulong)permissions).ToString(CultureInfo.InvariantCulture) : null);
        if (command.GuildId is { } guild)
            json.WriteId("guild_id"u8, guild);
        else
        {
            json.WriteBoolean("dm_permission"u8, command.Contexts?.Contains(1) ?? true);
            json.WriteStartArray("contexts"u8);
            foreach (var context in command.Contexts ?? [0, 1, 2])
                json.WriteNumberValue(context);
            json.WriteEndArray();
        }
        json.WriteStartArray("integration_types"u8);
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteBoolean("nsfw"u8, command.IsNsfw);
        if (command.Options.Count > 0)
            json.WriteEach("options"u8, command.Options, Write);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, EmulatedChoice choice)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, choice.Name);
        json.WritePropertyName("value"u8);
        WriteValue(json, choice.Value);
        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case ulong id:
                json.WriteIdValue(id);
                break;
            default:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, EmulatedOption option)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, option.Type);
        json.WriteString("name"u8, option.Name);
        json.WriteString("description"u8, option.Description);
        if (option.IsRequired)
            json.WriteBoolean("required"u8, true);
        if (option.HasAutocomplete)
            json.WriteBoolean("autocomplete"u8, true);
        if (option.Choices.Count > 0)
            json.WriteEach("choices"u8, option.Choices, Write);
        if (option.Options.Count > 0)
            json.WriteEach("options"u8, option.Options, Write);
        WriteBound(json, "min_value"u8, option.MinValue);
        WriteBound(json, "max_value"u8, option.MaxValue);
        WriteBound(json, "min_length"u8, option.MinLength);
        WriteBound(json, "max_length"u8, option.MaxLength);
        if (option.ChannelTypes is { } kinds)
        {
            json.WriteStartArray("channel_types"u8);
            foreach (var kind in kinds)
                json.WriteNumberValue(kind);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? bound)
    {
        if (bound is { } number)
            json.WriteNumber(name, number);
    }
}
