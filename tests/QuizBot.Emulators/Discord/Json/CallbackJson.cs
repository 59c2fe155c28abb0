using System.Text.Json;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>What a callback is answered with, if the bot wants to know.</summary>
internal static class CallbackJson
{
    public static void Write(Utf8JsonWriter json, (DiscordWorld World, EmulatedInteraction Interaction, InteractionOutcome Outcome) answer)
    {
        var (world, interaction, outcome) = answer;
        json.WriteStartObject();
        json.WriteStartObject("interaction"u8);
        json.WriteId("id"u8, interaction.Id);
        json.WriteNumber("type"u8, (int)interaction.Kind);
        if (interaction.Original is { } original)
        {
            json.WriteId("response_message_id"u8, original.Id);
            json.WriteBoolean("response_message_loading"u8, original.Flags.HasFlag(MessageFlags.Loading));
            json.WriteBoolean("response_message_ephemeral"u8, original.OnlyFor is not null);
        }
        json.WriteId("channel_id"u8, interaction.Channel.Id);
        if (interaction.Channel.Guild is { } guild)
            json.WriteId("guild_id"u8, guild.Id);
        json.WriteEndObject();
        if (interaction.Original is not null && outcome is InteractionOutcome.Message or InteractionOutcome.Update)
        {
            json.WriteStartObject("resource"u8);
            json.WriteNumber("type"u8, (int)outcome);
            json.WritePropertyName("message"u8);
            MessageJson.Write(json, MessageView.Of(world, interaction.Original!));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
