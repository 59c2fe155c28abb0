using System.Globalization;
using System.Text;
using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>The payloads that are not events.</summary>
internal static class Payloads
{
    public static readonly byte[] Ack = "{\"t\":null,\"s\":null,\"op\":11,\"d\":null}"u8.ToArray();

    public static readonly byte[] Reconnect = "{\"t\":null,\"s\":null,\"op\":7,\"d\":null}"u8.ToArray();

    public static readonly byte[] HeartbeatWanted = "{\"t\":null,\"s\":null,\"op\":1,\"d\":null}"u8.ToArray();

    public static byte[] InvalidSession(bool resumable) =>
        Encoding.ASCII.GetBytes("{\"t\":null,\"s\":null,\"op\":9,\"d\":" + (resumable ? "true" : "false") + "}");

    public static byte[] Hello(TimeSpan interval) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{{\"t\":null,\"s\":null,\"op\":10,\"d\":{{\"heartbeat_interval\":{(long)interval.TotalMilliseconds},\"_trace\":[\"emulator\"]}}}}"));

    public static GatewayEvent Ready(GatewaySession session, DiscordWorld world, IReadOnlyList<World.EmulatedGuild> guilds) =>
        GatewayEvent.Of("READY", (session, world, guilds), static (json, state) =>
        {
            var (session, world, guilds) = state;
            json.WriteStartObject();
            json.WriteNumber("v"u8, 10);
            json.WritePropertyName("user"u8);
            UserJson.WriteSelf(json, world.Bot);
            json.WriteEach("guilds"u8, guilds, GuildJson.WriteUnavailable);
            json.WriteString("session_id"u8, session.Id);
            json.WriteString("resume_gateway_url"u8, world.Options.ResumeGatewayUrl ?? world.GatewayUrl);
            json.WriteStartArray("shard"u8);
            json.WriteNumberValue(session.Shard);
            json.WriteNumberValue(session.Shards);
            json.WriteEndArray();
            json.WriteStartObject("application"u8);
            json.WriteId("id"u8, world.ApplicationId);
            json.WriteNumber("flags"u8, 0);
            json.WriteEndObject();
            json.WriteEmpty("private_channels"u8);
            json.WriteEmpty("relationships"u8);
            json.WriteEmpty("presences"u8);
            json.WriteEmpty("geo_ordered_rtc_regions"u8);
            json.WriteStartArray("_trace"u8);
            json.WriteStringValue("emulator"u8);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    public static GatewayEvent Resumed { get; } = GatewayEvent.Of("RESUMED", 0, static (json, _) =>
    {
        json.WriteStartObject();
        json.WriteEmpty("_trace"u8);
        json.WriteEndObject();
    });
}
