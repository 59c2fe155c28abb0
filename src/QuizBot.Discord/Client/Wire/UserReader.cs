using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads users and members.</summary>
internal static class UserReader
{
    /// <summary>A user, or null.</summary>
    public static DiscordUser? User(ref JsonCursor cursor)
    {
        if (!cursor.EnterObject())
            return null;
        ulong id = 0;
        string? name = null, shown = null;
        var bot = false;
        while (cursor.NextField())
        {
            if (cursor.Is("id"u8))
                id = cursor.Id();
            else if (cursor.Is("username"u8))
                name = cursor.TextOrNull();
            else if (cursor.Is("global_name"u8))
                shown = cursor.TextOrNull();
            else if (cursor.Is("bot"u8))
                bot = cursor.Flag();
        }

        return id == 0 ? throw Missing("user.id") : new DiscordUser(id, First(shown, name) ?? "", bot);
    }

    /// <summary>A member of a guild with what the member may; the name is the nickname where there is one.</summary>
    public static (DiscordMember? Member, ulong Permissions) Member(ref JsonCursor cursor)
    {
        if (!cursor.EnterObject())
            return default;
        DiscordUser? user = null;
        string? nick = null;
        ulong permissions = 0;
        List<ulong>? roles = null;
        while (cursor.NextField())
        {
            if (cursor.Is("user"u8))
                user = User(ref cursor);
            else if (cursor.Is("nick"u8))
                nick = cursor.TextOrNull();
            else if (cursor.Is("permissions"u8))
                permissions = cursor.IsNull() ? 0 : cursor.Digits();
            else if (cursor.Is("roles"u8) && cursor.EnterArray())
                while (cursor.NextItem())
                    (roles ??= []).Add(cursor.Id());
        }

        if (user is null)
            throw Missing("member.user");
        return (new DiscordMember(First(nick, null) is { } given ? user with { Name = given } : user, roles ?? []), permissions);
    }

    /// <summary>A user who must be there.</summary>
    public static DiscordUser Someone(ref JsonCursor cursor) => User(ref cursor) ?? throw Missing("user");

    /// <summary>A member who must be there.</summary>
    public static DiscordMember WholeMember(ref JsonCursor cursor) => Member(ref cursor).Member ?? throw Missing("member");

    public static IReadOnlyList<DiscordUser> Users(ref JsonCursor cursor)
    {
        var users = new List<DiscordUser>();
        if (cursor.EnterArray())
            while (cursor.NextItem())
                users.Add(Someone(ref cursor));
        return users;
    }

    internal static System.Text.Json.JsonException Missing(string what) => new($"{what} is missing.");

    private static string? First(string? first, string? second) => string.IsNullOrEmpty(first) ? second : first;
}
