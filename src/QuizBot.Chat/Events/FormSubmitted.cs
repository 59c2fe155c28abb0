namespace QuizBot.Chat.Events;

/// <summary>A member sent a form that a reply had opened.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Channel">Where the form was opened.</param>
/// <param name="Member">Who.</param>
/// <param name="Action">The form's action, as shown. It came back through a client: not to be trusted.</param>
/// <param name="Fields">What was typed, by field name.</param>
/// <param name="Order">Larger is later: microseconds since 1970.</param>
public sealed record FormSubmitted(
    string Id, ChannelRef Channel, ChatMember Member, string Action, IReadOnlyDictionary<string, string> Fields, long Order)
    : ChatEvent(Id);
