namespace QuizBot.Chat;

/// <summary>A member's reaction that stands on a message.</summary>
/// <param name="Member">The member.</param>
/// <param name="Emoji">The emoji, in the form the bot posts it.</param>
public sealed record StandingReaction(ChatMember Member, string Emoji);
