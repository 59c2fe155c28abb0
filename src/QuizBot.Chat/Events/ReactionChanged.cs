namespace QuizBot.Chat.Events;

/// <summary>A member added or removed a reaction.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Message">The message.</param>
/// <param name="Member">Who; reactions of bots may be handed in and are ignored.</param>
/// <param name="Emoji">In the form the bot posts it: a Unicode emoji.</param>
/// <param name="Added">False when it was removed.</param>
/// <param name="Order">Larger is later, for one member and message: microseconds since 1970.</param>
public sealed record ReactionChanged(string Id, MessageRef Message, ChatMember Member, string Emoji, bool Added, long Order)
    : ChatEvent(Id);
