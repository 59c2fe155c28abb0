using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Writes commands.</summary>
internal static class CommandWriter
{
    private const int TextOption = 3;

    /// <summary>All commands, for everyone (in servers only) or for one guild.</summary>
    public static byte[] Write(IReadOnlyList<DiscordCommand> commands, bool everywhere) =>
        JsonBytes.Write((commands, everywhere), static (writer, set) =>
        {
            writer.WriteStartArray();
            foreach (var command in set.commands)
                WriteCommand(writer, command, set.everywhere);
            writer.WriteEndArray();
        });

    public static void WriteChoices(Utf8JsonWriter writer, IReadOnlyList<DiscordCommandChoice> choices)
    {
        writer.WriteStartArray("choices"u8);
        foreach (var choice in choices)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, choice.Name);
            writer.WriteString("value"u8, choice.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCommand(Utf8JsonWriter writer, DiscordCommand command, bool everywhere)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, 1);
        writer.WriteString("name"u8, command.Name);
        writer.WriteString("description"u8, command.Description);
        if (command.DefaultPermissions is { } permissions)
            // The schema has a number here, although the answer has digits in a string.
            writer.WriteNumber("default_member_permissions"u8, permissions);
        else
            writer.WriteNull("default_member_permissions"u8);
        if (everywhere)
        {
            // A guild's own command is there and nowhere else; Discord takes these fields for the others only.
            writer.WriteStartArray("contexts"u8);
            writer.WriteNumberValue(0);
            writer.WriteEndArray();
            writer.WriteStartArray("integration_types"u8);
            writer.WriteNumberValue(0);
            writer.WriteEndArray();
        }

        WriteOptions(writer, command.Options);
        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer, IReadOnlyList<DiscordCommandOption> options)
    {
        if (options.Count == 0)
            return;
        writer.WriteStartArray("options"u8);
        foreach (var option in options)
            WriteOption(writer, option);
        writer.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter writer, DiscordCommandOption option)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, option.Type);
        writer.WriteString("name"u8, option.Name);
        writer.WriteString("description"u8, option.Description);
        if (option.Required)
            writer.WriteBoolean("required"u8, true);
        if (option.Min is { } min)
            writer.WriteNumber("min_value"u8, min);
        if (option.Max is { } max)
            writer.WriteNumber("max_value"u8, max);
        if (option.MaxLength is { } length && option.Type == TextOption)
            writer.WriteNumber("max_length"u8, length);
        if (option.Autocomplete)
            writer.WriteBoolean("autocomplete"u8, true);
        if (option.Choices.Count > 0)
            WriteChoices(writer, option.Choices);
        WriteOptions(writer, option.Options);
        writer.WriteEndObject();
    }
}
