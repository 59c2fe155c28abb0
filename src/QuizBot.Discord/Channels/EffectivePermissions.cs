using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Channels;

/// <summary>What a member may in a channel, by Discord's rules. https://discord.com/developers/docs/topics/permissions#permission-overwrites</summary>
internal static class EffectivePermissions
{
    /// <param name="guild">The guild with its roles.</param>
    /// <param name="member">A member of it.</param>
    /// <param name="overwrites">The channel's; a thread has its channel's.</param>
    public static ulong Of(DiscordGuild guild, DiscordMember member, IReadOnlyList<PermissionOverwrite> overwrites)
    {
        if (member.User.Id == guild.Owner)
            return ulong.MaxValue;
        var permissions = member.Roles.Append(guild.Id).Aggregate(0UL, (all, role) => all | guild.RolePermissions.GetValueOrDefault(role));
        if ((permissions & DiscordPermission.Administrator.Bit) != 0)
            return ulong.MaxValue;

        // First everyone's, then all roles' together, last the member's own; within each, what is given outdoes what is taken.
        permissions = Apply(permissions, overwrites.Where(o => !o.IsMember && o.Id == guild.Id));
        permissions = Apply(permissions, overwrites.Where(o => !o.IsMember && o.Id != guild.Id && member.Roles.Contains(o.Id)));
        return Apply(permissions, overwrites.Where(o => o.IsMember && o.Id == member.User.Id));
    }

    private static ulong Apply(ulong permissions, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = (0UL, 0UL);
        foreach (var overwrite in overwrites)
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        return (permissions & ~deny) | allow;
    }
}
