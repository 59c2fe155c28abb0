using System.Text.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class UserJson
{
    public static void Write(Utf8JsonWriter json, EmulatedUser user)
    {
        json.WriteStartObject();
        WriteFields(json, user);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, EmulatedUser user)
    {
        json.WritePropertyName(name);
        Write(json, user);
    }

    /// <summary>The bot's own account, as it may see it itself.</summary>
    public static void WriteSelf(Utf8JsonWriter json, EmulatedUser user)
    {
        json.WriteStartObject();
        WriteFields(json, user);
        json.WriteBoolean("mfa_enabled"u8, false);
        json.WriteString("locale"u8, "en-US"u8);
        json.WriteBoolean("verified"u8, true);
        json.WriteNull("email"u8);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, EmulatedUser user)
    {
        json.WriteId("id"u8, user.Id);
        json.WriteString("username"u8, user.Name);
        json.WriteString("global_name"u8, user.IsBot ? null : user.DisplayName ?? user.Name);
        json.WriteNull("avatar"u8);
        json.WriteString("discriminator"u8, user.IsBot ? "0001"u8 : "0"u8);
        json.WriteNumber("public_flags"u8, 0);
        json.WriteNumber("flags"u8, 0);
        json.WriteNull("primary_guild"u8);
        if (user.IsBot)
            json.WriteBoolean("bot"u8, true);
    }
}
