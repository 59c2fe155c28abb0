namespace QuizBot.Discord.Seam;

/// <summary>A user in a guild.</summary>
/// <param name="User">The user; its name is the one shown in the guild.</param>
/// <param name="Roles">Ids of the roles, without <c>@everyone</c>'s; empty where it is not known.</param>
public sealed record DiscordMember(DiscordUser User, IReadOnlyList<ulong> Roles);
