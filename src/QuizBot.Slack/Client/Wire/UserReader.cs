using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Wire;

/// <summary>Reads a user that an event gives whole.</summary>
internal static class UserReader
{
    public static UserChanged Read(ReadOnlySpan<byte> user, string id, string team)
    {
        string? member = null, name = null, realName = null, displayName = null;
        bool isBot = false, isDeleted = false;
        if (user.IsEmpty)
            throw new JsonException("A changed user is missing.");
        var cursor = new JsonCursor(user);
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("id"u8))
                    member = cursor.Text();
                else if (cursor.Is("name"u8))
                    name = cursor.Text();
                else if (cursor.Is("real_name"u8))
                    realName = cursor.Text();
                else if (cursor.Is("is_bot"u8))
                    isBot = cursor.IsTrue();
                else if (cursor.Is("deleted"u8))
                    isDeleted = cursor.IsTrue();
                else if (cursor.Is("profile"u8) && cursor.EnterObject())
                    while (cursor.NextField())
                    {
                        if (cursor.Is("display_name"u8))
                            displayName = cursor.Text();
                        else if (cursor.Is("real_name"u8))
                            realName = cursor.Text() ?? realName;
                    }
            }

        if (string.IsNullOrEmpty(member))
            throw new JsonException("A changed user lacks its id.");
        return new UserChanged(id, team, member, FirstOf(displayName, realName, name) ?? member, isBot, isDeleted);
    }

    private static string? FirstOf(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
            if (!string.IsNullOrWhiteSpace(name))
                return name;
        return null;
    }
}
