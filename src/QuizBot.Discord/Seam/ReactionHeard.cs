namespace QuizBot.Discord.Seam;

/// <summary>A reaction was added or removed in a guild.</summary>
/// <param name="Guild">The guild.</param>
/// <param name="Channel">The channel or thread.</param>
/// <param name="Message">The message.</param>
/// <param name="User">Who.</param>
/// <param name="Emoji">A Unicode emoji, or a custom one's name.</param>
/// <param name="IsCustom">Whether it is a guild's own emoji.</param>
/// <param name="Added">False when it was removed.</param>
public sealed record ReactionHeard(ulong Guild, ulong Channel, ulong Message, ulong User, string Emoji, bool IsCustom, bool Added) : DiscordEvent
{
    /// <summary>Who, with their name in the guild; Discord tells it with an added reaction only.</summary>
    public DiscordUser? Member { get; init; }
}
