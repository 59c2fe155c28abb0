namespace QuizBot.Chat.Events;

/// <summary>A member typed a command as one line (Slack, the playground); the bot takes it apart by the catalogue's grammar.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Channel">Where.</param>
/// <param name="Member">Who.</param>
/// <param name="Text">The whole line with its slash, such as <c>/daily set 09:30 Europe/Berlin</c>; members as <c>&lt;@id&gt;</c>.</param>
public sealed record CommandTyped(string Id, ChannelRef Channel, ChatMember Member, string Text) : ChatEvent(Id);
