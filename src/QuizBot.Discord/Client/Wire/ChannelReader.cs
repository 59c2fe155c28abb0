using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads channels and threads.</summary>
internal static class ChannelReader
{
    public static DiscordChannel Channel(ref JsonCursor cursor)
    {
        ulong id = 0;
        ulong? guild = null, parent = null;
        var type = 0;
        string? name = null;
        var overwrites = new List<PermissionOverwrite>();
        bool archived = false, locked = false;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("guild_id"u8))
                    guild = cursor.IdOrNull();
                else if (cursor.Is("parent_id"u8))
                    parent = cursor.IdOrNull();
                else if (cursor.Is("type"u8))
                    type = cursor.Int();
                else if (cursor.Is("name"u8))
                    name = cursor.TextOrNull();
                else if (cursor.Is("thread_metadata"u8))
                    (archived, locked) = Thread(ref cursor);
                else if (cursor.Is("permission_overwrites"u8) && cursor.EnterArray())
                    while (cursor.NextItem())
                        overwrites.Add(Overwrite(ref cursor));
            }

        return id == 0
            ? throw UserReader.Missing("channel.id")
            : new DiscordChannel(id, guild, type, name ?? "", parent, overwrites) { Archived = archived, Locked = locked };
    }

    public static IReadOnlyList<DiscordChannel> Channels(ref JsonCursor cursor)
    {
        var channels = new List<DiscordChannel>();
        if (cursor.EnterArray())
            while (cursor.NextItem())
                channels.Add(Channel(ref cursor));
        return channels;
    }

    private static (bool Archived, bool Locked) Thread(ref JsonCursor cursor)
    {
        bool archived = false, locked = false;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("archived"u8))
                    archived = cursor.Flag();
                else if (cursor.Is("locked"u8))
                    locked = cursor.Flag();
            }

        return (archived, locked);
    }

    private static PermissionOverwrite Overwrite(ref JsonCursor cursor)
    {
        ulong id = 0, allow = 0, deny = 0;
        var member = false;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("type"u8))
                    member = cursor.Int() == 1;
                else if (cursor.Is("allow"u8))
                    allow = cursor.Digits();
                else if (cursor.Is("deny"u8))
                    deny = cursor.Digits();
            }

        return id == 0 ? throw UserReader.Missing("permission_overwrites.id") : new PermissionOverwrite(id, member, allow, deny);
    }
}
