namespace QuizBot.Chat.Events;

/// <summary>The bot was invited to a workspace or channel and may say how to begin.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Channel">A channel it may post in.</param>
public sealed record BotInvited(string Id, ChannelRef Channel) : ChatEvent(Id);
