using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads interactions.</summary>
internal static class InteractionReader
{
    private const int Command = 2, Component = 3, Autocomplete = 4, Form = 5;
    private const long EphemeralFlag = 1 << 6;

    /// <summary>An interaction; null for a kind that the bot never offers.</summary>
    public static DiscordInteraction? Read(ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        ulong id = 0, channel = 0, permissions = 0, message = 0;
        ulong? guild = null, parent = null;
        var ephemeral = false;
        var type = 0;
        string? token = null;
        DiscordMember? member = null;
        DiscordUser? user = null;
        ReadOnlySpan<byte> data = [];
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("type"u8))
                    type = cursor.Int();
                else if (cursor.Is("token"u8))
                    token = cursor.Text();
                else if (cursor.Is("guild_id"u8))
                    guild = cursor.IdOrNull();
                else if (cursor.Is("channel_id"u8))
                    channel = cursor.IdOrNull() ?? 0;
                else if (cursor.Is("channel"u8))
                    parent = ThreadParent(ref cursor);
                else if (cursor.Is("member"u8))
                    (member, permissions) = UserReader.Member(ref cursor);
                else if (cursor.Is("user"u8))
                    user = UserReader.User(ref cursor);
                else if (cursor.Is("message"u8))
                    (message, ephemeral) = Message(ref cursor);
                else if (cursor.Is("data"u8))
                    data = cursor.Raw();
            }

        if (type is not (Command or Component or Autocomplete or Form))
            return null;
        user = member?.User ?? user;
        if (id == 0 || channel == 0 || user is null || string.IsNullOrEmpty(token) || data.IsEmpty)
            throw new JsonException("An interaction lacks its id, token, channel, user or data.");
        var origin = new InteractionOrigin(id, token, guild, channel, parent, user, permissions);
        return type switch
        {
            Component when message == 0 => throw new JsonException("A button without its message."),
            Component => new ButtonClicked(origin, message, ephemeral, InteractionDataReader.CustomId(data)),
            Form => InteractionDataReader.Form(data, origin),
            _ => InteractionDataReader.Command(data, origin, completion: type == Autocomplete),
        };
    }

    private static ulong? ThreadParent(ref JsonCursor cursor)
    {
        var type = 0;
        ulong? parent = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("type"u8))
                    type = cursor.Int();
                else if (cursor.Is("parent_id"u8))
                    parent = cursor.IdOrNull();
            }

        // The parent of a channel that is no thread is its category.
        return type is 10 or 11 or 12 ? parent : null;
    }

    private static (ulong Id, bool Ephemeral) Message(ref JsonCursor cursor)
    {
        ulong id = 0;
        var ephemeral = false;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("flags"u8))
                    ephemeral = !cursor.IsNull() && (cursor.Number() & EphemeralFlag) != 0;
            }

        return (id, ephemeral);
    }
}
