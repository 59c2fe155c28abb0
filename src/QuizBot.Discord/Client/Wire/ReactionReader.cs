using System.Text.Json;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads what happens to reactions, by far the most frequent events.</summary>
internal static class ReactionReader
{
    /// <summary>A reaction that was added or removed; null in direct messages.</summary>
    public static ReactionHeard? One(ReadOnlySpan<byte> data, bool added)
    {
        var cursor = new JsonCursor(data);
        ulong guild = 0, channel = 0, message = 0, user = 0;
        string? emoji = null;
        var custom = false;
        DiscordUser? member = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("user_id"u8))
                    user = cursor.Id();
                else if (cursor.Is("message_id"u8))
                    message = cursor.Id();
                else if (cursor.Is("channel_id"u8))
                    channel = cursor.Id();
                else if (cursor.Is("guild_id"u8))
                    guild = cursor.IdOrNull() ?? 0;
                else if (cursor.Is("emoji"u8))
                    (emoji, custom) = Emoji(ref cursor);
                else if (added && cursor.Is("member"u8))
                    member = UserReader.Member(ref cursor).Member?.User;
            }

        if (user == 0 || message == 0 || channel == 0 || emoji is null)
            throw new JsonException("A reaction lacks its user, message, channel or emoji.");
        return guild == 0 ? null : new ReactionHeard(guild, channel, message, user, emoji, custom, added) { Member = member };
    }

    /// <summary>All reactions, or all of one emoji, were removed; null in direct messages.</summary>
    public static ReactionsCleared? Cleared(ReadOnlySpan<byte> data)
    {
        var cursor = new JsonCursor(data);
        ulong guild = 0, channel = 0, message = 0;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("message_id"u8))
                    message = cursor.Id();
                else if (cursor.Is("channel_id"u8))
                    channel = cursor.Id();
                else if (cursor.Is("guild_id"u8))
                    guild = cursor.IdOrNull() ?? 0;
            }

        if (message == 0 || channel == 0)
            throw new JsonException("Cleared reactions lack their message or channel.");
        return guild == 0 ? null : new ReactionsCleared(guild, channel, message);
    }

    private static (string Name, bool Custom) Emoji(ref JsonCursor cursor)
    {
        string? name = null;
        var custom = false;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("name"u8))
                    name = cursor.TextOrNull();
                else if (cursor.Is("id"u8))
                    custom = cursor.IdOrNull() is not null;
            }

        // The name of a custom emoji that was deleted since is null.
        return (name ?? "", custom);
    }
}
