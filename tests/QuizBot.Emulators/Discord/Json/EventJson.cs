using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>The data of the smaller events.</summary>
internal static class EventJson
{
    public static void WriteReaction(Utf8JsonWriter json, ReactionChange change)
    {
        json.WriteStartObject();
        json.WriteId("user_id"u8, change.User.Id);
        json.WriteNumber("type"u8, 0);
        WritePlace(json, change.Message);
        if (change.Added)
        {
            if (change.Message.Channel.Guild?.MembersUnguarded.GetValueOrDefault(change.User.Id) is { } member)
                MemberJson.Write(json, "member"u8, member, withUser: true);
            json.WriteId("message_author_id"u8, change.Message.Author.Id);
        }
        json.WriteEmoji("emoji"u8, change.Emoji);
        json.WriteBoolean("burst"u8, false);
        json.WriteEndObject();
    }

    public static void WriteCleared(Utf8JsonWriter json, EmulatedMessage message, string? emoji)
    {
        json.WriteStartObject();
        WritePlace(json, message);
        if (emoji is not null)
            json.WriteEmoji("emoji"u8, emoji);
        json.WriteEndObject();
    }

    public static void WriteDeleted(Utf8JsonWriter json, EmulatedMessage message)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, message.Id);
        json.WriteId("channel_id"u8, message.Channel.Id);
        if (message.Channel.Guild is { } guild)
            json.WriteId("guild_id"u8, guild.Id);
        json.WriteEndObject();
    }

    public static void WriteThreadDeleted(Utf8JsonWriter json, EmulatedChannel thread)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, thread.Id);
        json.WriteId("guild_id"u8, thread.Guild!.Id);
        json.WriteId("parent_id"u8, thread.Parent!.Id);
        json.WriteNumber("type"u8, (int)thread.Kind);
        json.WriteEndObject();
    }

    public static void WriteMember(Utf8JsonWriter json, EmulatedMember member, bool removed)
    {
        json.WriteStartObject();
        json.WriteId("guild_id"u8, member.Guild.Id);
        if (removed)
            UserJson.Write(json, "user"u8, member.User);
        else
            MemberJson.WriteFields(json, member, withUser: true);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, EmulatedMessage message)
    {
        json.WriteId("message_id"u8, message.Id);
        json.WriteId("channel_id"u8, message.Channel.Id);
        if (message.Channel.Guild is { } guild)
            json.WriteId("guild_id"u8, guild.Id);
    }
}
