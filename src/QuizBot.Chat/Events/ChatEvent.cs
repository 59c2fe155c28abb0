namespace QuizBot.Chat.Events;

/// <summary>Something that happened on a platform.</summary>
/// <param name="Id">The platform's id of the event, the same when it is delivered again; empty where it has none.</param>
public abstract record ChatEvent(string Id);
