namespace QuizBot.Chat.Events;

/// <summary>A channel was deleted or archived, or the bot was removed from it.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Reason">What happened, in a few words that end a sentence: <c>the channel was archived</c>.</param>
public sealed record ChannelGone(string Id, ChannelRef Channel, string Reason) : ChatEvent(Id);
