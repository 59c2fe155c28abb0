using System.Text.Json;

namespace QuizBot.Discord.Client.Wire;

/// <summary>The options that came with a command, with sub-commands and their groups folded into a path.</summary>
internal sealed class CommandOptions
{
    private const int SubCommand = 1, SubCommandGroup = 2;

    /// <summary>Values by name.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What follows the command's name: <c> set</c>; empty where there is no sub-command.</summary>
    public string SubPath { get; private set; } = "";

    /// <summary>The option being typed, or null.</summary>
    public string? Focused { get; private set; }

    public void Read(ref JsonCursor cursor)
    {
        if (cursor.EnterArray())
            while (cursor.NextItem())
                One(ref cursor);
    }

    private void One(ref JsonCursor cursor)
    {
        string? name = null, value = null;
        var type = 0;
        var focused = false;
        // The path must be put together from the outside in, whatever comes first.
        ReadOnlySpan<byte> inner = [];
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("name"u8))
                    name = cursor.Text();
                else if (cursor.Is("type"u8))
                    type = cursor.Int();
                else if (cursor.Is("value"u8))
                    value = cursor.Scalar();
                else if (cursor.Is("focused"u8))
                    focused = cursor.Flag();
                else if (cursor.Is("options"u8))
                    inner = cursor.Raw();
            }

        if (name is null)
            throw new JsonException("An option without name.");
        if (type is SubCommand or SubCommandGroup)
        {
            SubPath += " " + name;
            if (inner.IsEmpty)
                return;
            var nested = new JsonCursor(inner);
            Read(ref nested);
            return;
        }

        Values[name] = value ?? "";
        if (focused)
            Focused = name;
    }
}
