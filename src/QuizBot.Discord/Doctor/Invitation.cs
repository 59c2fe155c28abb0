using System.Globalization;
using QuizBot.Discord.Channels;

namespace QuizBot.Discord.Doctor;

/// <summary>The link by which a server's administrator invites the bot. https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow</summary>
internal static class Invitation
{
    /// <summary>With what the bot needs and nothing else.</summary>
    public static string Link(ulong application) => Link(application, DiscordPermission.Invitation);

    /// <summary>Also with what lets it take a replaced reaction off.</summary>
    public static string LinkWithManageMessages(ulong application) =>
        Link(application, [.. DiscordPermission.Invitation, DiscordPermission.ManageMessages]);

    private static string Link(ulong application, IEnumerable<DiscordPermission> permissions) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot%20applications.commands&permissions={permissions.Aggregate(0UL, (all, p) => all | p.Bit)}");
}
