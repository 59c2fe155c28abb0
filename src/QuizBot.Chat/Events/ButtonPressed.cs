namespace QuizBot.Chat.Events;

/// <summary>A member pressed one of the bot's buttons.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Message">The message that has the button; for a private reply, any id of the platform's.</param>
/// <param name="Member">Who.</param>
/// <param name="Action">The button's action, as posted. It came back through a client: not to be trusted.</param>
/// <param name="Order">Larger is later: microseconds since 1970.</param>
public sealed record ButtonPressed(string Id, MessageRef Message, ChatMember Member, string Action, long Order) : ChatEvent(Id);
