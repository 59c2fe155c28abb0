using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class MemberJson
{
    public static void Write(Utf8JsonWriter json, EmulatedMember member)
    {
        json.WriteStartObject();
        WriteFields(json, member, withUser: true);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, EmulatedMember member, bool withUser)
    {
        json.WriteStartObject(name);
        WriteFields(json, member, withUser);
        json.WriteEndObject();
    }

    /// <summary>Who used a command or pressed a button, with what they may do in that channel.</summary>
    public static void WriteActor(Utf8JsonWriter json, ReadOnlySpan<byte> name, EmulatedMember member, EmulatedChannel channel)
    {
        json.WriteStartObject(name);
        WriteFields(json, member, withUser: true);
        json.WriteString("permissions"u8, ((ulong)PermissionRules.In(channel, member)).ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, EmulatedMember member, bool withUser)
    {
        if (withUser)
            UserJson.Write(json, "user"u8, member.User);
        json.WriteString("nick"u8, member.Nick);
        json.WriteNull("avatar"u8);
        json.WriteNull("banner"u8);
        json.WriteIds("roles"u8, member.RolesUnguarded.Select(role => role.Id));
        json.WriteTime("joined_at"u8, member.JoinedAt);
        json.WriteNull("premium_since"u8);
        json.WriteBoolean("deaf"u8, false);
        json.WriteBoolean("mute"u8, false);
        json.WriteNumber("flags"u8, 0);
        json.WriteBoolean("pending"u8, false);
        json.WriteNull("communication_disabled_until"u8);
    }
}
