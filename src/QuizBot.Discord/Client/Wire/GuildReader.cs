using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads guilds with their roles.</summary>
internal static class GuildReader
{
    public static DiscordGuild Guild(ref JsonCursor cursor)
    {
        ulong id = 0, owner = 0;
        ulong? system = null;
        string? name = null;
        var roles = new Dictionary<ulong, ulong>();
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("name"u8))
                    name = cursor.TextOrNull();
                else if (cursor.Is("owner_id"u8))
                    owner = cursor.Id();
                else if (cursor.Is("system_channel_id"u8))
                    system = cursor.IdOrNull();
                else if (cursor.Is("roles"u8) && cursor.EnterArray())
                    while (cursor.NextItem())
                        Role(ref cursor, roles);
            }

        return id == 0 || owner == 0 ? throw UserReader.Missing("guild.id or owner_id") : new DiscordGuild(id, name ?? "", owner, roles, system);
    }

    private static void Role(ref JsonCursor cursor, Dictionary<ulong, ulong> roles)
    {
        ulong id = 0, permissions = 0;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    id = cursor.Id();
                else if (cursor.Is("permissions"u8))
                    permissions = cursor.Digits();
            }

        roles[id == 0 ? throw UserReader.Missing("role.id") : id] = permissions;
    }
}
