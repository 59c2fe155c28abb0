using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using QuizBot.Slack.Client.Wire;

namespace QuizBot.Slack.Client.Http;

/// <summary>Reads what Slack posts: events as JSON, interactions as JSON in a form, commands as a form.</summary>
internal static class RequestReader
{
    /// <exception cref="JsonException">It is none of these.</exception>
    public static Reading Read(SlackRequest request, string deliveryId)
    {
        var body = request.Body.Span;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return EventReader.Read(body, deliveryId);
        var form = Form(body);
        if (Field("payload") is { } payload)
            return InteractionReader.Read(Encoding.UTF8.GetBytes(payload), deliveryId);
        return Field("ssl_check") is null ? CommandReader.Read(Field, deliveryId) : Reading.Nothing("ssl_check");

        string? Field(string name) => form.TryGetValue(name, out var values) ? values[0] : null;
    }

    /// <summary>The challenge by which Slack asks whether an address is the app's; null where it asks something else.</summary>
    public static string? Challenge(SlackRequest request)
    {
        // The shortest of requests, and rare; the others are not read twice.
        if (request.Body.Length > 4096 || request.Body.Span.IndexOf("url_verification"u8) < 0)
            return null;
        try
        {
            var root = Foreign.Parse(request.Body.Span);
            return root.Text("type") == "url_verification" ? root.Text("challenge") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, StringValues> Form(ReadOnlySpan<byte> body)
    {
        try
        {
            return new FormReader(Encoding.UTF8.GetString(body)).ReadForm();
        }
        catch (InvalidDataException fault)
        {
            throw new JsonException("A form has too many or too long fields.", fault);
        }
    }
}
