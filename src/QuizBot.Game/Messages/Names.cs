using QuizBot.Chat.Messages;

namespace QuizBot.Game.Messages;

/// <summary>Lists members without flooding a channel.</summary>
internal static class Names
{
    private const int Most = 15;

    /// <param name="members">External id, name, and a few words behind the name or null.</param>
    public static ChatText List(IReadOnlyList<(string Id, string Name, string? More)> members)
    {
        var text = new ChatText([]);
        for (var i = 0; i < members.Count && i < Most; i++)
        {
            if (i > 0)
                text += ", ";
            text += ChatText.Member(members[i].Id, members[i].Name);
            if (members[i].More is { } more)
                text += " " + more;
        }

        return members.Count > Most ? text + $" and {Say.Count(members.Count - Most, "other")}" : text;
    }
}
