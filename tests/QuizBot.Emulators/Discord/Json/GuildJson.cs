using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class GuildJson
{
    /// <summary>As REST gives a guild.</summary>
    public static void Write(Utf8JsonWriter json, EmulatedGuild guild, bool withCounts)
    {
        json.WriteStartObject();
        WriteFields(json, guild);
        if (withCounts)
        {
            json.WriteNumber("approximate_member_count"u8, guild.MembersUnguarded.Count);
            json.WriteNumber("approximate_presence_count"u8, guild.MembersUnguarded.Count);
        }
        json.WriteEndObject();
    }

    /// <summary>As the gateway announces it; without the privileged intent only the bot itself is among the members.</summary>
    public static void WriteCreated(Utf8JsonWriter json, EmulatedGuild guild)
    {
        json.WriteStartObject();
        WriteFields(json, guild);
        json.WriteTime("joined_at"u8, guild.BotJoinedAt);
        json.WriteBoolean("large"u8, guild.MembersUnguarded.Count > 50);
        json.WriteBoolean("unavailable"u8, false);
        json.WriteNumber("member_count"u8, guild.MembersUnguarded.Count);
        json.WriteEmpty("voice_states"u8);
        json.WriteEach("members"u8, guild.Bot is { } bot ? [bot] : (EmulatedMember[])[], MemberJson.Write);
        json.WriteEach("channels"u8, guild.ChannelsUnguarded.Values.Where(channel => !channel.IsThread), ChannelJson.Write);
        json.WriteEach("threads"u8, guild.ChannelsUnguarded.Values.Where(channel => channel is { IsThread: true, IsArchived: false }), ChannelJson.Write);
        json.WriteEmpty("presences"u8);
        json.WriteEmpty("stage_instances"u8);
        json.WriteEmpty("guild_scheduled_events"u8);
        json.WriteEmpty("soundboard_sounds"u8);
        json.WriteEndObject();
    }

    public static void WriteUnavailable(Utf8JsonWriter json, EmulatedGuild guild)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, guild.Id);
        json.WriteBoolean("unavailable"u8, true);
        json.WriteEndObject();
    }

    /// <summary>As the list of the bot's guilds has it.</summary>
    public static void WriteMine(Utf8JsonWriter json, EmulatedGuild guild)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, guild.Id);
        json.WriteString("name"u8, guild.Name);
        json.WriteNull("icon"u8);
        json.WriteNull("banner"u8);
        json.WriteBoolean("owner"u8, false);
        json.WriteString("permissions"u8, ((ulong)PermissionRules.InGuild(guild.Bot!)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEmpty("features"u8);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, EmulatedGuild guild)
    {
        json.WriteId("id"u8, guild.Id);
        json.WriteString("name"u8, guild.Name);
        json.WriteId("owner_id"u8, guild.OwnerId);
        json.WriteString("preferred_locale"u8, guild.Locale);
        json.WriteString("region"u8, "deprecated"u8);
        json.WriteEach("roles"u8, guild.RolesUnguarded.Values, RoleJson.Write);
        json.WriteEmpty("features"u8);
        json.WriteEmpty("emojis"u8);
        json.WriteEmpty("stickers"u8);
        foreach (var name in Absent)
            json.WriteNull(name);
        json.WriteNumber("afk_timeout"u8, 300);
        json.WriteNumber("system_channel_flags"u8, 0);
        json.WriteBoolean("widget_enabled"u8, false);
        json.WriteNumber("verification_level"u8, 0);
        json.WriteNumber("default_message_notifications"u8, 0);
        json.WriteNumber("mfa_level"u8, 0);
        json.WriteNumber("explicit_content_filter"u8, 0);
        json.WriteNumber("max_members"u8, 500_000);
        json.WriteNumber("max_stage_video_channel_users"u8, 50);
        json.WriteNumber("max_video_channel_users"u8, 25);
        json.WriteNumber("premium_tier"u8, 0);
        json.WriteNumber("premium_subscription_count"u8, 0);
        json.WriteBoolean("premium_progress_bar_enabled"u8, false);
        json.WriteBoolean("nsfw"u8, false);
        json.WriteNumber("nsfw_level"u8, 0);
    }

    private static readonly JsonEncodedText[] Absent =
    [
        .. new[]
        {
            "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id", "afk_channel_id",
            "system_channel_id", "widget_channel_id", "max_presences", "vanity_url_code", "rules_channel_id",
            "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data", "premium_progress_bar_enabled_user_updated_at",
        }.Select(name => JsonEncodedText.Encode(name)),
    ];
}
