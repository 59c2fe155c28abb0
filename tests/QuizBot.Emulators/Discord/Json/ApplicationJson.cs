using System.Text.Json;

namespace QuizBot.Emulators.Discord.Json;

internal static class ApplicationJson
{
    public static void WritePrivate(Utf8JsonWriter json, DiscordWorld world)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, world.ApplicationId);
        json.WriteString("name"u8, world.Options.BotName);
        json.WriteNull("icon"u8);
        json.WriteString("description"u8, ""u8);
        json.WriteNull("type"u8);
        UserJson.Write(json, "bot"u8, world.Bot);
        json.WriteString("summary"u8, ""u8);
        json.WriteBoolean("bot_public"u8, true);
        json.WriteBoolean("bot_require_code_grant"u8, false);
        json.WriteString("verify_key"u8, "0000000000000000000000000000000000000000000000000000000000000000"u8);
        json.WriteNumber("flags"u8, 0);
        json.WriteString("flags_new"u8, "0"u8);
        json.WriteEmpty("redirect_uris"u8);
        json.WriteNull("interactions_endpoint_url"u8);
        json.WriteNull("role_connections_verification_url"u8);
        UserJson.Write(json, "owner"u8, world.Owner);
        json.WriteNumber("approximate_guild_count"u8, world.Guilds.Count);
        json.WriteNumber("approximate_user_install_count"u8, 0);
        json.WriteNumber("approximate_user_authorization_count"u8, 0);
        json.WriteNumber("explicit_content_filter"u8, 0);
        json.WriteNull("team"u8);
        json.WriteEmpty("eligible_oauth2_scopes"u8);
        json.WriteEndObject();
    }
}
