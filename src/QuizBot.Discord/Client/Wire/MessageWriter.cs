using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Writes messages.</summary>
internal static class MessageWriter
{
    private const int Ephemeral = 1 << 6;

    /// <summary>A new message in a channel.</summary>
    public static byte[] Post(OutgoingMessage message) => JsonBytes.Write(message, static (writer, message) =>
    {
        writer.WriteStartObject();
        WriteNew(writer, message);
        if (message.Nonce is { } nonce)
        {
            writer.WriteString("nonce"u8, nonce);
            writer.WriteBoolean("enforce_nonce"u8, true);
        }

        if (message.ReplyTo is { } reply)
        {
            writer.WriteStartObject("message_reference"u8);
            writer.WriteId("message_id"u8, reply);
            writer.WriteBoolean("fail_if_not_exists"u8, true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    /// <summary>The new state of a message, in a channel or of an interaction's answer.</summary>
    public static byte[] Edit(OutgoingMessage message) => JsonBytes.Write(message, static (writer, message) =>
    {
        writer.WriteStartObject();
        WriteWhole(writer, message);
        writer.WriteEndObject();
    });

    /// <summary>One more message about an interaction.</summary>
    public static byte[] FollowUp(OutgoingMessage message) => JsonBytes.Write(message, static (writer, message) =>
    {
        writer.WriteStartObject();
        WriteNewInteraction(writer, message);
        writer.WriteEndObject();
    });

    /// <summary>The fields of a new message that answers an interaction.</summary>
    public static void WriteNewInteraction(Utf8JsonWriter writer, OutgoingMessage message)
    {
        WriteNew(writer, message);
        if (message.Ephemeral)
            writer.WriteNumber("flags"u8, Ephemeral);
    }

    /// <summary>The fields of a message that replaces another: what is empty must be said too.</summary>
    public static void WriteWhole(Utf8JsonWriter writer, OutgoingMessage message)
    {
        writer.WriteString("content"u8, message.Content);
        WriteEmbeds(writer, message.Embeds);
        WriteRows(writer, message.Rows);
        WriteMentions(writer, message.MentionRoles);
    }

    private static void WriteNew(Utf8JsonWriter writer, OutgoingMessage message)
    {
        if (message.Content.Length > 0)
            writer.WriteString("content"u8, message.Content);
        if (message.Embeds.Count > 0)
            WriteEmbeds(writer, message.Embeds);
        if (message.Rows.Count > 0)
            WriteRows(writer, message.Rows);
        WriteMentions(writer, message.MentionRoles);
    }

    private static void WriteEmbeds(Utf8JsonWriter writer, IReadOnlyList<DiscordEmbed> embeds)
    {
        writer.WriteStartArray("embeds"u8);
        foreach (var embed in embeds)
        {
            writer.WriteStartObject();
            if (embed.Title is { } title)
                writer.WriteString("title"u8, title);
            if (embed.Description is { } description)
                writer.WriteString("description"u8, description);
            if (embed.Colour is { } colour)
                writer.WriteNumber("color"u8, colour);
            if (embed.Footer is { } footer)
            {
                writer.WriteStartObject("footer"u8);
                writer.WriteString("text"u8, footer);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<DiscordButton>> rows)
    {
        writer.WriteStartArray("components"u8);
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type"u8, 1);
            writer.WriteStartArray("components"u8);
            foreach (var button in row)
            {
                writer.WriteStartObject();
                writer.WriteNumber("type"u8, 2);
                writer.WriteNumber("style"u8, button.IsPrimary ? 1 : 2);
                writer.WriteString("label"u8, button.Label);
                writer.WriteString("custom_id"u8, button.CustomId);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Always: without it Discord would let the text mention whom it likes.</summary>
    private static void WriteMentions(Utf8JsonWriter writer, IReadOnlyList<ulong> roles)
    {
        writer.WriteStartObject("allowed_mentions"u8);
        writer.WriteStartArray("parse"u8);
        writer.WriteEndArray();
        if (roles.Count > 0)
        {
            writer.WriteStartArray("roles"u8);
            foreach (var role in roles.Distinct())
                writer.WriteIdValue(role);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
