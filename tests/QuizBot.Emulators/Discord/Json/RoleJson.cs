using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class RoleJson
{
    public static void Write(Utf8JsonWriter json, EmulatedRole role)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, role.Id);
        json.WriteString("name"u8, role.Name);
        json.WriteString("permissions"u8, ((ulong)role.Permissions).ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("position"u8, role.Position);
        json.WriteNumber("color"u8, 0);
        json.WriteStartObject("colors"u8);
        json.WriteNumber("primary_color"u8, 0);
        json.WriteNull("secondary_color"u8);
        json.WriteNull("tertiary_color"u8);
        json.WriteEndObject();
        json.WriteBoolean("hoist"u8, false);
        json.WriteBoolean("managed"u8, role.BotId is not null);
        json.WriteBoolean("mentionable"u8, role.IsMentionable);
        json.WriteNull("icon"u8);
        json.WriteNull("unicode_emoji"u8);
        json.WriteNumber("flags"u8, 0);
        if (role.BotId is { } bot)
        {
            json.WriteStartObject("tags"u8);
            json.WriteId("bot_id"u8, bot);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
