using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads what was chosen, pressed or typed.</summary>
internal static class InteractionDataReader
{
    /// <summary>A button's id.</summary>
    public static string CustomId(ReadOnlySpan<byte> data)
    {
        var cursor = new JsonCursor(data);
        string? id = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
                if (cursor.Is("custom_id"u8))
                    id = cursor.Text();
        return id ?? throw new JsonException("A component without custom_id.");
    }

    public static ModalSent Form(ReadOnlySpan<byte> data, InteractionOrigin origin)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var cursor = new JsonCursor(data);
        string? id = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("custom_id"u8))
                    id = cursor.Text();
                else if (cursor.Is("components"u8))
                    Inputs(ref cursor, fields);
            }

        return new ModalSent(origin, id ?? throw new JsonException("A form without custom_id."), fields);
    }

    public static DiscordInteraction Command(ReadOnlySpan<byte> data, InteractionOrigin origin, bool completion)
    {
        var options = new CommandOptions();
        var cursor = new JsonCursor(data);
        string? name = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("name"u8))
                    name = cursor.Text();
                else if (cursor.Is("options"u8))
                    options.Read(ref cursor);
            }

        var path = name is null ? throw new JsonException("A command without name.") : name + options.SubPath;
        if (!completion)
            return new CommandUsed(origin, path, options.Values);
        return options.Focused is { } focused
            ? new CompletionAsked(origin, path, focused, options.Values[focused])
            : throw new JsonException("A completion without focus.");
    }

    /// <summary>Inputs stand in rows (<c>components</c>) or, since labels are there, in labels (<c>component</c>).</summary>
    private static void Inputs(ref JsonCursor cursor, Dictionary<string, string> fields)
    {
        if (cursor.EnterArray())
            while (cursor.NextItem())
                Input(ref cursor, fields);
    }

    private static void Input(ref JsonCursor cursor, Dictionary<string, string> fields)
    {
        string? id = null, value = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("custom_id"u8))
                    id = cursor.TextOrNull();
                else if (cursor.Is("value"u8))
                    value = cursor.IsNull() ? null : cursor.Scalar();
                else if (cursor.Is("components"u8))
                    Inputs(ref cursor, fields);
                else if (cursor.Is("component"u8))
                    Input(ref cursor, fields);
            }

        if (id is not null && value is not null)
            fields[id] = value;
    }
}
