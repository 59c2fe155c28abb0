using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>Writes a message as one reader sees it.</summary>
internal static class MessageJson
{
    /// <summary>Everything, for the bot's own messages.</summary>
    public static void Write(Utf8JsonWriter json, MessageView view)
    {
        json.WriteStartObject();
        WriteFields(json, view);
        json.WriteEndObject();
    }

    /// <summary>As in the gateway's events, which say where and by which member.</summary>
    public static void WriteEvent(Utf8JsonWriter json, MessageView view)
    {
        json.WriteStartObject();
        WriteFields(json, view);
        if (view.Message.Channel.Guild is { } guild)
        {
            json.WriteId("guild_id"u8, guild.Id);
            if (guild.MembersUnguarded.TryGetValue(view.Message.Author.Id, out var member))
                MemberJson.Write(json, "member"u8, member, withUser: false);
        }
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, MessageView view)
    {
        var (message, world) = (view.Message, view.World);
        var content = view.ShowsContent ? message.Content : MessageContent.Empty;
        json.WriteId("id"u8, message.Id);
        json.WriteId("channel_id"u8, message.Channel.Id);
        json.WriteNumber("type"u8, (int)message.Kind);
        UserJson.Write(json, "author"u8, message.Author);
        json.WriteString("content"u8, content.Text);
        json.WriteTime("timestamp"u8, message.At);
        json.WriteTime("edited_timestamp"u8, message.EditedAt);
        json.WriteNumber("flags"u8, (int)message.Flags);
        json.WriteBoolean("tts"u8, false);
        json.WriteBoolean("pinned"u8, false);
        json.WriteBoolean("mention_everyone"u8, message.Content.MentionsEveryone);
        json.WriteEach("mentions"u8, message.Content.Mentions.Select(world.FindUser).OfType<EmulatedUser>(), UserJson.Write);
        json.WriteIds("mention_roles"u8, message.Content.MentionedRoles);
        json.WriteEach("attachments"u8, content.Files, (json, file) => WriteFile(json, file, world));
        json.WriteEach("embeds"u8, (message.Flags & MessageFlags.SuppressEmbeds) != 0 ? [] : content.Embeds, EmbedJson.Write);
        json.WriteEach("components"u8, content.Rows, ComponentJson.Write);
        if (message.Nonce is not null && view.ShowsNonce)
            WriteNonce(json, message);
        if (message.ReactionsUnguarded.Count > 0)
            json.WriteEach("reactions"u8, message.ReactionsUnguarded, (json, reaction) => WriteReaction(json, reaction, world.Bot.Id));
        if (message.Interaction is { } interaction)
        {
            json.WriteId("application_id"u8, world.ApplicationId);
            json.WriteId("webhook_id"u8, world.ApplicationId);
            InteractionJson.WriteMetadata(json, interaction, message);
        }
        if (message.RepliesTo is { } replied)
            WriteReference(json, message, replied, view);
        if (message.Thread is { IsDeleted: false } thread)
        {
            json.WritePropertyName("thread"u8);
            ChannelJson.Write(json, thread);
        }
    }

    private static void WriteNonce(Utf8JsonWriter json, EmulatedMessage message)
    {
        if (message.NonceIsNumber)
        {
            json.WritePropertyName("nonce"u8);
            json.WriteRawValue(message.Nonce!);
        }
        else
            json.WriteString("nonce"u8, message.Nonce);
    }

    private static void WriteReference(Utf8JsonWriter json, EmulatedMessage message, ulong replied, MessageView view)
    {
        json.WriteStartObject("message_reference"u8);
        json.WriteNumber("type"u8, 0);
        json.WriteId("channel_id"u8, message.Channel.Id);
        json.WriteId("message_id"u8, replied);
        if (message.Channel.Guild is { } guild)
            json.WriteId("guild_id"u8, guild.Id);
        json.WriteEndObject();
        if (!view.ShowsReference)
            return;
        json.WritePropertyName("referenced_message"u8);
        if (message.Channel.MessagesUnguarded.TryGetValue(replied, out var target) && !target.IsDeleted)
            Write(json, MessageView.Of(view.World, target) with { ShowsReference = false });
        else
            json.WriteNullValue();
    }

    private static void WriteReaction(Utf8JsonWriter json, EmulatedReaction reaction, ulong bot)
    {
        json.WriteStartObject();
        json.WriteEmoji("emoji"u8, reaction.Emoji);
        json.WriteNumber("count"u8, reaction.UsersUnguarded.Count);
        json.WriteStartObject("count_details"u8);
        json.WriteNumber("burst"u8, 0);
        json.WriteNumber("normal"u8, reaction.UsersUnguarded.Count);
        json.WriteEndObject();
        json.WriteEmpty("burst_colors"u8);
        json.WriteBoolean("me"u8, reaction.UsersUnguarded.Contains(bot));
        json.WriteBoolean("me_burst"u8, false);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, EmulatedFile file, DiscordWorld world)
    {
        var url = $"{world.HttpUrl}/attachments/{file.Id}/{Uri.EscapeDataString(file.Name)}";
        json.WriteStartObject();
        json.WriteId("id"u8, file.Id);
        json.WriteString("filename"u8, file.Name);
        json.WriteNumber("size"u8, file.Bytes.Length);
        json.WriteString("url"u8, url);
        json.WriteString("proxy_url"u8, url);
        json.WriteOptional("content_type"u8, file.ContentType);
        json.WriteOptional("description"u8, file.Description);
        json.WriteEndObject();
    }
}
