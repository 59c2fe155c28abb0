using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads what Discord says when it refuses.</summary>
internal static class ErrorReader
{
    private const int FieldsNamed = 3, LongestMessage = 300;

    /// <summary>The failure that an answer tells of, whatever its body is.</summary>
    public static DiscordFailure Read(int status, ReadOnlySpan<byte> body)
    {
        var (code, message) = (0, "");
        try
        {
            if (!body.IsEmpty)
                (code, message) = Body(body);
        }
        catch (JsonException)
        {
            // A proxy's page instead of Discord's JSON: the status says what there is to say.
        }

        return new DiscordFailure(status, code, ForeignText.Line(message.Length > 0 ? message : Title(status), LongestMessage));
    }

    private static (int Code, string Message) Body(ReadOnlySpan<byte> body)
    {
        var cursor = new JsonCursor(body);
        var code = 0;
        var message = "";
        List<string> fields = [];
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("code"u8))
                    code = cursor.Int();
                else if (cursor.Is("message"u8))
                    message = cursor.TextOrNull() ?? "";
                else if (cursor.Is("errors"u8))
                    Fields(ref cursor, "", fields);
            }

        return (code, fields.Count == 0 ? message : $"{message}: {string.Join("; ", fields)}");
    }

    /// <summary>Errors lie in a tree of field names and places, as lists called <c>_errors</c>.</summary>
    private static void Fields(ref JsonCursor cursor, string path, List<string> fields)
    {
        if (!cursor.EnterObject())
            return;
        while (cursor.NextField())
        {
            var name = cursor.FieldName();
            if (name == "_errors")
                Leaves(ref cursor, path, fields);
            else if (cursor.IsObject())
                Fields(ref cursor, int.TryParse(name, out _) ? $"{path}[{name}]" : path.Length == 0 ? name : $"{path}.{name}", fields);
        }
    }

    private static void Leaves(ref JsonCursor cursor, string path, List<string> fields)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
        {
            string? message = null;
            if (cursor.EnterObject())
                while (cursor.NextField())
                    if (cursor.Is("message"u8))
                        message = cursor.TextOrNull();
            if (message is not null && fields.Count < FieldsNamed)
                fields.Add(path.Length == 0 ? message : $"{path}: {message}");
        }
    }

    private static string Title(int status) => status switch
    {
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "HTTP status " + status,
    };
}
