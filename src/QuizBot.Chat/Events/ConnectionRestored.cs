namespace QuizBot.Chat.Events;

/// <summary>The platform is heard (again), and events may have been missed: open rounds must be reconciled.</summary>
/// <param name="Id">See <see cref="ChatEvent"/>.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Workspaces">The workspaces concerned, or null for all.</param>
public sealed record ConnectionRestored(string Id, string Platform, IReadOnlyList<string>? Workspaces = null) : ChatEvent(Id);
