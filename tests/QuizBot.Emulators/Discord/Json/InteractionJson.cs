using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

internal static class InteractionJson
{
    /// <summary>The event, around the data of its kind.</summary>
    public static void Write(Utf8JsonWriter json, DiscordWorld world, EmulatedInteraction interaction, Action<Utf8JsonWriter> data)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, interaction.Id);
        json.WriteId("application_id"u8, world.ApplicationId);
        json.WriteNumber("type"u8, (int)interaction.Kind);
        json.WriteString("token"u8, interaction.Token);
        json.WriteNumber("version"u8, 1);
        json.WriteString("locale"u8, "en-US"u8);
        json.WritePropertyName("data"u8);
        data(json);
        json.WriteId("channel_id"u8, interaction.Channel.Id);
        json.WritePropertyName("channel"u8);
        var member = interaction.Channel.Guild?.MembersUnguarded.GetValueOrDefault(interaction.User.Id);
        ChannelJson.Write(json, interaction.Channel, member);
        if (interaction.Channel.Guild is { } guild)
        {
            json.WriteId("guild_id"u8, guild.Id);
            json.WriteString("guild_locale"u8, guild.Locale);
            json.WriteStartObject("guild"u8);
            json.WriteId("id"u8, guild.Id);
            json.WriteString("locale"u8, guild.Locale);
            json.WriteEmpty("features"u8);
            json.WriteEndObject();
            MemberJson.WriteActor(json, "member"u8, member!, interaction.Channel);
        }
        else
            UserJson.Write(json, "user"u8, interaction.User);
        var permissions = interaction.Channel.Guild?.Bot is { } bot ? PermissionRules.In(interaction.Channel, bot) : Permissions.Everyone;
        json.WriteString("app_permissions"u8, ((ulong)permissions).ToString(CultureInfo.InvariantCulture));
        json.WriteEmpty("entitlements"u8);
        WriteOwners(json, interaction);
        json.WriteNumber("context"u8, interaction.Channel.Guild is null ? 1 : 0);
        json.WriteNumber("attachment_size_limit"u8, 10_485_760);
        if (interaction.Source is { } source)
        {
            json.WritePropertyName("message"u8);
            MessageJson.Write(json, MessageView.Of(world, source));
        }
        json.WriteEndObject();
    }

    /// <summary>What a message says of the interaction that brought it about.</summary>
    public static void WriteMetadata(Utf8JsonWriter json, EmulatedInteraction interaction, EmulatedMessage message)
    {
        if (interaction.CommandName is not null)
        {
            json.WriteStartObject("interaction"u8);
            json.WriteId("id"u8, interaction.Id);
            json.WriteNumber("type"u8, (int)interaction.Kind);
            json.WriteString("name"u8, interaction.CommandName);
            UserJson.Write(json, "user"u8, interaction.User);
            json.WriteEndObject();
        }
        json.WriteStartObject("interaction_metadata"u8);
        json.WriteId("id"u8, interaction.Id);
        json.WriteNumber("type"u8, (int)interaction.Kind);
        UserJson.Write(json, "user"u8, interaction.User);
        WriteOwners(json, interaction);
        if (interaction.Kind == InteractionKind.Component)
            json.WriteId("interacted_message_id"u8, interaction.Source!.Id);
        if (interaction.Original is { } original && original != message)
            json.WriteId("original_response_message_id"u8, original.Id);
        if (interaction.Kind == InteractionKind.Modal)
            WriteTrigger(json, interaction);
        json.WriteEndObject();
    }

    private static void WriteTrigger(Utf8JsonWriter json, EmulatedInteraction interaction)
    {
        json.WriteStartObject("triggering_interaction_metadata"u8);
        json.WriteId("id"u8, interaction.TriggerId);
        json.WriteNumber("type"u8, interaction.Source is null ? 2 : 3);
        UserJson.Write(json, "user"u8, interaction.User);
        WriteOwners(json, interaction);
        if (interaction.Source is { } source)
            json.WriteId("interacted_message_id"u8, source.Id);
        json.WriteEndObject();
    }

    /// <summary>Who installed the application: the guild, or in a direct conversation nobody.</summary>
    private static void WriteOwners(Utf8JsonWriter json, EmulatedInteraction interaction)
    {
        json.WriteStartObject("authorizing_integration_owners"u8);
        json.WriteId("0"u8, interaction.Channel.Guild?.Id ?? 0);
        json.WriteEndObject();
    }
}
