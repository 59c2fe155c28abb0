using System.Text.Json;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads things of which only the id matters.</summary>
internal static class IdReader
{
    /// <summary>The id of the object here.</summary>
    public static ulong Of(ref JsonCursor cursor)
    {
        ulong id = 0;
        if (cursor.EnterObject())
            while (cursor.NextField())
                if (cursor.Is("id"u8))
                    id = cursor.Id();
        return id == 0 ? throw new JsonException("An object without id.") : id;
    }

    /// <summary>A guild's id and whether it is in an outage, whatever else (and that may be much) is told of it.</summary>
    public static (ulong Guild, bool Unavailable) Guild(ReadOnlySpan<byte> data)
    {
        var cursor = new JsonCursor(data);
        ulong id = 0;
        var unavailable = false;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("unavailable"u8))
                    unavailable = cursor.Flag();
            }

        return id == 0 ? throw new JsonException("A guild without id.") : (id, unavailable);
    }

    /// <summary>A channel's id and guild; no guild for direct messages.</summary>
    public static (ulong Channel, ulong? Guild) Channel(ReadOnlySpan<byte> data)
    {
        var cursor = new JsonCursor(data);
        ulong id = 0;
        ulong? guild = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("guild_id"u8))
                    guild = cursor.IdOrNull();
            }

        return id == 0 ? throw new JsonException("A channel without id.") : (id, guild);
    }
}
