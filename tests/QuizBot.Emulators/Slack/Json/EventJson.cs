using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Json;

/// <summary>What the Events API puts around an event. Written by hand, since there may be many a second.</summary>
internal static class EventJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Bytes(SlackWorld world, EmulatedWorkspace workspace, string id, Action<Utf8JsonWriter> what)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("token"u8, workspace.App.VerificationToken);
        json.WriteString("team_id"u8, workspace.Id);
        json.WriteString("context_team_id"u8, workspace.Id);
        json.WriteNull("context_enterprise_id"u8);
        json.WriteString("api_app_id"u8, workspace.App.Id);
        json.WritePropertyName("event"u8);
        what(json);
        json.WriteString("type"u8, "event_callback"u8);
        json.WriteString("event_id"u8, id);
        json.WriteNumber("event_time"u8, world.NowSeconds);
        json.WriteStartArray("authorizations"u8);
        json.WriteStartObject();
        json.WriteNull("enterprise_id"u8);
        json.WriteString("team_id"u8, workspace.Id);
        json.WriteString("user_id"u8, workspace.Bot.Id);
        json.WriteBoolean("is_bot"u8, true);
        json.WriteBoolean("is_enterprise_install"u8, false);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteBoolean("is_ext_shared_channel"u8, false);
        json.WriteString("event_context"u8, $"4-{workspace.App.Id}-{id}");
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
