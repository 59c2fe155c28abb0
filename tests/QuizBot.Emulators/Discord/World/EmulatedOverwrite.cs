namespace QuizBot.Emulators.Discord.World;

/// <summary>What a channel changes in the permissions of a role or a member.</summary>
/// <param name="TargetId">The id of the role or of the member.</param>
public sealed record EmulatedOverwrite(ulong TargetId, bool IsMember, Permissions Allow, Permissions Deny);
