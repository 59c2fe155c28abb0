using System.Text.Json;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>A status and a body; <see cref="Code"/> is Discord's own number of a refusal.</summary>
internal sealed record Answer(int Status, byte[] Body, int? Code = null)
{
    public static readonly Answer Nothing = new(204, []);

    public static Answer Ok<T>(T state, Action<Utf8JsonWriter, T> write) => new(200, Bytes.Of(state, write));

    public static Answer Created<T>(T state, Action<Utf8JsonWriter, T> write) => new(201, Bytes.Of(state, write));

    public static Answer Refused(int status, int code, string message) => new(status, Bytes.Of((code, message), static (json, error) =>
    {
        json.WriteStartObject();
        json.WriteString("message"u8, error.message);
        json.WriteNumber("code"u8, error.code);
        json.WriteEndObject();
    }), code);

    public static Answer Invalid(FormErrors errors) => new(400, Bytes.Of(errors, static (json, errors) =>
    {
        json.WriteStartObject();
        json.WriteString("message"u8, "Invalid Form Body"u8);
        json.WriteNumber("code"u8, 50035);
        json.WritePropertyName("errors"u8);
        errors.Write(json);
        json.WriteEndObject();
    }), 50035);

    public static Answer Limited(double retryAfter, bool global, bool shared = false) => new(429, Bytes.Of((retryAfter, global, shared), static (json, limit) =>
    {
        json.WriteStartObject();
        json.WriteString("message"u8, limit.shared ? "The resource is being rate limited."u8 : "You are being rate limited."u8);
        json.WriteNumber("retry_after"u8, Math.Round(limit.retryAfter, 3));
        json.WriteBoolean("global"u8, limit.global);
        json.WriteNumber("code"u8, 0);
        json.WriteEndObject();
    }));
}
