namespace QuizBot.Chat.Events;

/// <summary>A member used a command on a platform that takes it apart itself (Discord).</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Channel">Where.</param>
/// <param name="Member">Who.</param>
/// <param name="Command">The command's path, such as <c>daily set</c>.</param>
/// <param name="Options">The options given, as text, by name; a member option holds the member's id.</param>
public sealed record CommandInvoked(
    string Id, ChannelRef Channel, ChatMember Member, string Command, IReadOnlyDictionary<string, string> Options)
    : ChatEvent(Id);
