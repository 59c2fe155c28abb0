namespace QuizBot.Emulators.Discord.World;

/// <summary>Discord's published order of computing permissions.</summary>
internal static class PermissionRules
{
    public static Permissions InGuild(EmulatedMember member)
    {
        if (member.Guild.OwnerId == member.Id)
            return Permissions.All;
        var permissions = member.Guild.Everyone.Permissions;
        foreach (var role in member.RolesUnguarded)
            permissions |= role.Permissions;
        return permissions.HasFlag(Permissions.Administrator) ? Permissions.All : permissions;
    }

    public static Permissions In(EmulatedChannel channel, EmulatedMember member)
    {
        var permissions = InGuild(member);
        if (permissions == Permissions.All)
            return permissions;
        var overwrites = (channel.Parent ?? channel).OverwritesUnguarded;
        if (overwrites.Count > 0)
        {
            permissions = Apply(permissions, overwrites.FindAll(one => !one.IsMember && one.TargetId == member.Guild.Id));
            permissions = Apply(permissions, overwrites.FindAll(one => !one.IsMember && member.RolesUnguarded.Exists(role => role.Id == one.TargetId)));
            permissions = Apply(permissions, overwrites.FindAll(one => one.IsMember && one.TargetId == member.Id));
        }
        // Who cannot see a channel can do nothing in it; who cannot write cannot embed, attach or mention.
        if (!permissions.HasFlag(Permissions.ViewChannel))
            return Permissions.None;
        if (!channel.IsThread && !permissions.HasFlag(Permissions.SendMessages))
            permissions &= ~(Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.MentionEveryone);
        return permissions;
    }

    private static Permissions Apply(Permissions permissions, List<EmulatedOverwrite> overwrites)
    {
        var (allow, deny) = (Permissions.None, Permissions.None);
        foreach (var overwrite in overwrites)
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        return permissions & ~deny | allow;
    }
}
