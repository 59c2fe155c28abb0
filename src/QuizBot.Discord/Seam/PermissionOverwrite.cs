namespace QuizBot.Discord.Seam;

/// <summary>What a role or member may in a channel, differing from the guild.</summary>
/// <param name="Id">The role's or member's id.</param>
/// <param name="IsMember">Whether it is a member's.</param>
/// <param name="Allow">Permissions given, as Discord's bits.</param>
/// <param name="Deny">Permissions taken, as Discord's bits.</param>
public sealed record PermissionOverwrite(ulong Id, bool IsMember, ulong Allow, ulong Deny);
