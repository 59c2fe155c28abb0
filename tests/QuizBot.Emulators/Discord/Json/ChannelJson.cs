using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class ChannelJson
{
    public static void Write(Utf8JsonWriter json, EmulatedChannel channel) => Write(json, channel, null);

    /// <summary>In an interaction the channel says what the one who acts may do there.</summary>
    public static void Write(Utf8JsonWriter json, EmulatedChannel channel, EmulatedMember? actor)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, channel.Id);
        json.WriteNumber("type"u8, (int)channel.Kind);
        json.WriteNumber("flags"u8, 0);
        WriteLastMessage(json, channel);
        if (channel.Recipient is { } recipient)
            json.WriteEach("recipients"u8, [recipient], UserJson.Write);
        else if (channel.IsThread)
            WriteThread(json, channel);
        else
            WriteGuildChannel(json, channel);
        if (actor is not null)
            json.WriteString("permissions"u8, ((ulong)PermissionRules.In(channel, actor)).ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteLastMessage(Utf8JsonWriter json, EmulatedChannel channel)
    {
        foreach (var message in channel.MessagesUnguarded.Values.Reverse())
            if (message is { IsDeleted: false, OnlyFor: null })
            {
                json.WriteId("last_message_id"u8, message.Id);
                return;
            }
        json.WriteNull("last_message_id"u8);
    }

    private static void WriteGuildChannel(Utf8JsonWriter json, EmulatedChannel channel)
    {
        json.WriteId("guild_id"u8, channel.Guild!.Id);
        json.WriteString("name"u8, channel.Name);
        json.WriteNull("parent_id"u8);
        json.WriteNumber("position"u8, 0);
        json.WriteNumber("rate_limit_per_user"u8, 0);
        json.WriteNull("topic"u8);
        json.WriteBoolean("nsfw"u8, false);
        json.WriteEach("permission_overwrites"u8, channel.OverwritesUnguarded, static (json, overwrite) =>
        {
            json.WriteStartObject();
            json.WriteId("id"u8, overwrite.TargetId);
            json.WriteNumber("type"u8, overwrite.IsMember ? 1 : 0);
            json.WriteString("allow"u8, ((ulong)overwrite.Allow).ToString(CultureInfo.InvariantCulture));
            json.WriteString("deny"u8, ((ulong)overwrite.Deny).ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        });
    }

    private static void WriteThread(Utf8JsonWriter json, EmulatedChannel thread)
    {
        var count = thread.MessagesUnguarded.Values.Count(message => message.Kind == MessageKind.Default);
        json.WriteId("guild_id"u8, thread.Guild!.Id);
        json.WriteString("name"u8, thread.Name);
        json.WriteId("parent_id"u8, thread.Parent!.Id);
        json.WriteId("owner_id"u8, thread.ThreadOwnerId);
        json.WriteNumber("rate_limit_per_user"u8, 0);
        json.WriteNumber("message_count"u8, count);
        json.WriteNumber("total_message_sent"u8, count);
        json.WriteNumber("member_count"u8, 1);
        json.WriteStartObject("thread_metadata"u8);
        json.WriteBoolean("archived"u8, thread.IsArchived);
        json.WriteBoolean("locked"u8, thread.IsLocked);
        json.WriteNumber("auto_archive_duration"u8, thread.AutoArchiveMinutes);
        json.WriteTime("archive_timestamp"u8, thread.ArchiveChangedAt);
        json.WriteTime("create_timestamp"u8, thread.CreatedAt);
        json.WriteEndObject();
    }
}
