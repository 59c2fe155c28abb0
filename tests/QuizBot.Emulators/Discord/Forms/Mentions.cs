using System.Globalization;
using System.Text.RegularExpressions;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Finds whom a text notifies, among those it may.</summary>
internal static partial class Mentions
{
    public static MessageContent Resolve(MessageContent content, EmulatedChannel channel, AllowedMentions allowed, EmulatedMember? author, ulong? repliedUser, DiscordWorld world)
    {
        var (users, roles, everyone) = (new List<ulong>(), new List<ulong>(), false);
        var mayAll = author is not null && PermissionRules.In(channel, author).HasFlag(Permissions.MentionEveryone);
        // Code is no mention.
        foreach (Match match in Mention().Matches(Code().Replace(content.Text, "")))
        {
            var id = match.Groups["id"] is { Success: true } digits ? ulong.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;
            if (match.Groups["role"].Success)
            {
                if (channel.Guild?.RolesUnguarded.GetValueOrDefault(id) is { } role && (role.IsMentionable || mayAll)
                    && (allowed.AllRoles || allowed.Roles.Contains(id)) && !roles.Contains(id))
                    roles.Add(id);
            }
            else if (id == 0)
                everyone |= mayAll && allowed.Everyone && channel.Guild is not null;
            else if (world.Users.ContainsKey(id) && (allowed.AllUsers || allowed.Users.Contains(id)) && !users.Contains(id))
                users.Add(id);
        }
        if (repliedUser is { } replied && allowed.RepliedUser && !users.Contains(replied))
            users.Add(replied);
        return content with { Mentions = users, MentionedRoles = roles, MentionsEveryone = everyone };
    }

    [GeneratedRegex("<@(?<role>&)?!?(?<id>[0-9]{1,19})>|@everyone|@here")]
    private static partial Regex Mention();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
