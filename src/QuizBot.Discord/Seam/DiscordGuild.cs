namespace QuizBot.Discord.Seam;

/// <summary>A guild.</summary>
/// <param name="Id">The id, which is also its <c>@everyone</c> role's.</param>
/// <param name="Name">The name.</param>
/// <param name="Owner">Who may everything.</param>
/// <param name="RolePermissions">Each role's permissions, as Discord's bits, by the role's id.</param>
/// <param name="SystemChannel">Where Discord itself says who joined; or null.</param>
public sealed record DiscordGuild(
    ulong Id, string Name, ulong Owner, IReadOnlyDictionary<ulong, ulong> RolePermissions, ulong? SystemChannel);
