namespace QuizBot.Chat;

/// <summary>A message in a channel.</summary>
/// <param name="Channel">The channel; for a message in a thread, the channel the thread belongs to.</param>
/// <param name="Id">The platform's id, unique in the channel.</param>
public readonly record struct MessageRef(ChannelRef Channel, string Id);
