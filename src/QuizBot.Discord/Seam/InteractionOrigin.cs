namespace QuizBot.Discord.Seam;

/// <summary>Where an interaction comes from, and what answers it.</summary>
/// <param name="Id">Its id, the same when it is delivered again.</param>
/// <param name="Token">What answers it, for 15 minutes; a secret.</param>
/// <param name="Guild">The guild; null in direct messages.</param>
/// <param name="Channel">The channel or thread.</param>
/// <param name="ParentChannel">A thread's channel, or null where <see cref="Channel"/> is no thread.</param>
/// <param name="User">Who; the name is the one shown in the guild.</param>
/// <param name="Permissions">What the member may in this channel, as Discord's bits; 0 in direct messages.</param>
public sealed record InteractionOrigin(
    ulong Id, string Token, ulong? Guild, ulong Channel, ulong? ParentChannel, DiscordUser User, ulong Permissions)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => $"interaction {Id}";
}
