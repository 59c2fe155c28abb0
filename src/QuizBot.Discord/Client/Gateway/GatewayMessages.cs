using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>What is said to the gateway.</summary>
internal static class GatewayMessages
{
    /// <summary>GUILDS and GUILD_MESSAGE_REACTIONS: neither is privileged.</summary>
    public const int Intents = (1 << 0) | (1 << 10);

    public static byte[] Identify(DiscordToken token, int shard, int shards) => JsonBytes.Write((token, shard, shards), static (writer, who) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("op"u8, 2);
        writer.WriteStartObject("d"u8);
        writer.WriteString("token"u8, who.token.Secret);
        writer.WriteNumber("intents"u8, Intents);
        writer.WriteStartObject("properties"u8);
        writer.WriteString("os"u8, OperatingSystem.IsWindows() ? "windows"u8 : OperatingSystem.IsMacOS() ? "macos"u8 : "linux"u8);
        writer.WriteString("browser"u8, "quizbot"u8);
        writer.WriteString("device"u8, "quizbot"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("shard"u8);
        writer.WriteNumberValue(who.shard);
        writer.WriteNumberValue(who.shards);
        writer.WriteEndArray();
        // As few members as Discord lets us have with each guild.
        writer.WriteNumber("large_threshold"u8, 50);
        writer.WriteStartObject("presence"u8);
        writer.WriteNull("since"u8);
        writer.WriteStartArray("activities"u8);
        writer.WriteEndArray();
        writer.WriteString("status"u8, "online"u8);
        writer.WriteBoolean("afk"u8, false);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public static byte[] Resume(DiscordToken token, GatewaySession session) => JsonBytes.Write((token, session), static (writer, who) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("op"u8, 6);
        writer.WriteStartObject("d"u8);
        writer.WriteString("token"u8, who.token.Secret);
        writer.WriteString("session_id"u8, who.session.Id);
        writer.WriteNumber("seq"u8, who.session.Sequence);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <param name="sequence">The last event that was heard; 0 for none.</param>
    public static byte[] Heartbeat(long sequence) => JsonBytes.Write(sequence, static (writer, sequence) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("op"u8, 1);
        if (sequence > 0)
            writer.WriteNumber("d"u8, sequence);
        else
            writer.WriteNull("d"u8);
        writer.WriteEndObject();
    });
}
